package dev.limner.illustration;

import dev.limner.avatar.ImageStore;
import dev.limner.avatar.ImageStore.StoredImage;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.UserRef;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Illustrations for as long as a test runs. It knows no lanes, and takes them to turn in order of acceptance. */
public final class InMemoryIllustrations implements IllustrationRepository {
    private volatile CountDownLatch disk = new CountDownLatch(0);
    private final TreeMap<String, Illustration> illustrations = new TreeMap<>();
    private final Set<String> forgotten = new HashSet<>();
    private final ImageStore images;

    /** @param images where pictures go */
    public InMemoryIllustrations(ImageStore images) {
        this.images = images;
    }

    @Override
    public synchronized void add(Illustration illustration) {
        if (illustrations.putIfAbsent(illustration.id(), illustration) != null) {
            throw new IllegalStateException("id is taken: " + illustration.id());
        }
    }

    @Override
    public void settle() {
        try {
            disk.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on {@link #settle} waits for that. */
    public void settleWhen(CountDownLatch ready) {
        disk = ready;
    }

    @Override
    public synchronized Optional<Illustration> find(String id) {
        return Optional.ofNullable(illustrations.get(id));
    }

    @Override
    public synchronized Optional<Illustration> next(UserRef requester) {
        return open().filter(i -> i.requester().equals(requester)).findFirst();
    }

    @Override
    public synchronized boolean replace(State expected, Illustration illustration) {
        Illustration old = illustrations.get(illustration.id());
        if (old == null || old.state() != expected) {
            return false;
        }
        if (illustration.told() && forgotten.remove(illustration.id())) {
            illustrations.remove(illustration.id());
        } else {
            MessageRef status = illustration.status() == null ? old.status() : illustration.status();
            illustrations.put(
                    illustration.id(),
                    status == null
                            ? illustration
                            : illustration.change().status(status).at(illustration.changed()));
        }
        return true;
    }

    @Override
    public synchronized void noteStatus(String id, MessageRef status) {
        illustrations.computeIfPresent(
                id,
                (same, old) ->
                        old.status() == null ? old.change().status(status).at(old.changed()) : old);
    }

    @Override
    public void note(State expected, Illustration illustration) {
        replace(expected, illustration);
    }

    @Override
    public synchronized CompletableFuture<Boolean> replace(
            State expected, Illustration illustration, StoredImage picture) {
        boolean replaced = replace(expected, illustration);
        if (replaced) {
            images.put(picture.bytes(), picture.mediaType());
        }
        return CompletableFuture.completedFuture(replaced);
    }

    @Override
    public synchronized List<UserRef> waiting() {
        return open().map(Illustration::requester).distinct().toList();
    }

    @Override
    public synchronized int open(UserRef requester) {
        return (int) open().filter(i -> i.requester().equals(requester)).count();
    }

    @Override
    public synchronized int unfinished(UserRef requester) {
        return (int)
                open().filter(i -> i.requester().equals(requester) && !i.state().isFinal())
                        .count();
    }

    @Override
    public synchronized int placeOf(String id) {
        List<UserRef> lanes = waiting();
        Map<UserRef, Integer> turns = new HashMap<>();
        record InLine(int turn, int lane, String id) {}
        return open().filter(i -> !i.state().isFinal())
                        .map(i -> new InLine(
                                turns.merge(i.requester(), 1, Integer::sum), lanes.indexOf(i.requester()), i.id()))
                        .sorted(Comparator.comparing(InLine::turn).thenComparing(InLine::lane))
                        .map(InLine::id)
                        .toList()
                        .indexOf(id)
                + 1;
    }

    @Override
    public synchronized List<Illustration> latest(ChannelRef channel, int limit) {
        return newest(i -> i.place().channel().equals(channel), limit);
    }

    @Override
    public synchronized boolean isOf(UserRef requester, String event) {
        return illustrations.values().stream()
                .anyMatch(i -> i.requester().equals(requester) && event.equals(i.event()));
    }

    @Override
    public synchronized List<Illustration> requestedBy(UserRef requester, int limit) {
        return newest(i -> i.requester().equals(requester) && !forgotten.contains(i.id()), limit);
    }

    @Override
    public synchronized int forgetBy(UserRef requester) {
        int before = illustrations.size();
        open().filter(i -> i.requester().equals(requester))
                .map(Illustration::id)
                .forEach(forgotten::add);
        illustrations.values().removeIf(i -> i.requester().equals(requester) && i.told());
        return before - illustrations.size();
    }

    private Stream<Illustration> open() {
        return illustrations.values().stream().filter(i -> !i.told());
    }

    private List<Illustration> newest(Predicate<Illustration> condition, int limit) {
        return illustrations.descendingMap().values().stream()
                .filter(condition)
                .limit(limit)
                .toList();
    }
}

package dev.limner.story;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.UserRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A story log for as long as a test runs. */
public final class InMemoryStoryLog implements StoryLog {
    private final Map<MessageRef, StoryMessage> messages = new LinkedHashMap<>();

    @Override
    public synchronized CompletionStage<Void> append(StoryMessage message) {
        messages.putIfAbsent(message.ref(), message);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized CompletionStage<Boolean> replace(
            MessageRef message, String text, Map<String, String> mentions) {
        StoryMessage replaced = messages.computeIfPresent(
                message,
                (ref, old) ->
                        new StoryMessage(ref, old.position(), old.author(), text, mentions, old.at(), old.heldUntil()));
        return CompletableFuture.completedFuture(replaced != null);
    }

    @Override
    public synchronized CompletionStage<Boolean> remove(MessageRef message) {
        return CompletableFuture.completedFuture(messages.remove(message) != null);
    }

    @Override
    public synchronized CompletionStage<Void> release(MessageRef message) {
        messages.computeIfPresent(
                message,
                (ref, old) ->
                        new StoryMessage(ref, old.position(), old.author(), old.text(), old.mentions(), old.at()));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized List<StoryMessage> held() {
        return messages.values().stream().filter(m -> m.heldUntil() != null).toList();
    }

    @Override
    public synchronized Optional<Instant> heldUntil(ChannelRef channel, long after, long upTo) {
        return of(channel)
                .filter(m -> m.position() > after && m.position() <= upTo)
                .flatMap(m -> Stream.ofNullable(m.heldUntil()))
                .max(Comparator.naturalOrder());
    }

    @Override
    public synchronized Optional<StoryMessage> find(MessageRef message) {
        return Optional.ofNullable(messages.get(message));
    }

    @Override
    public synchronized List<StoryMessage> window(ChannelRef channel, long after, long upTo, int limit) {
        List<StoryMessage> all = of(channel)
                .filter(m -> m.position() > after && m.position() <= upTo)
                .filter(m -> !m.text().isEmpty())
                .sorted(comparingLong(StoryMessage::position))
                .toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    @Override
    public synchronized long count(ChannelRef channel) {
        return of(channel).count();
    }

    @Override
    public synchronized List<ChannelRef> channels() {
        return messages.keySet().stream().map(MessageRef::channel).distinct().toList();
    }

    @Override
    public synchronized int forget(ChannelRef channel) {
        return removeIf(m -> m.ref().channel().equals(channel));
    }

    @Override
    public synchronized int forgetOlderThan(ChannelRef channel, Instant instant) {
        return removeIf(m -> m.ref().channel().equals(channel) && m.at().isBefore(instant));
    }

    @Override
    public synchronized int forgetBy(UserRef author) {
        return removeIf(m -> author.equals(m.author().user()));
    }

    @Override
    public synchronized List<StoryMessage> writtenBy(UserRef author, int limit) {
        return messages.values().stream()
                .filter(m -> author.equals(m.author().user()))
                .sorted(comparing(StoryMessage::at).thenComparing(StoryMessage::position))
                .limit(limit)
                .toList();
    }

    private Stream<StoryMessage> of(ChannelRef channel) {
        return messages.values().stream().filter(m -> m.ref().channel().equals(channel));
    }

    private int removeIf(Predicate<StoryMessage> condition) {
        int before = messages.size();
        messages.values().removeIf(condition);
        return before - messages.size();
    }
}

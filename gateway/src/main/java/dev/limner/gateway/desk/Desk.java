package dev.limner.gateway.desk;

import dev.limner.chat.Attachment;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.illustration.Illustration;
import dev.limner.illustration.State;
import dev.limner.image.BackendException;
import dev.limner.input.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes wishes in and hands pictures out. A request is a thread of its caller's channel, so that what was asked under a
 * name is found again after any restart, and each of its pictures is an illustration like all others. Thread-safe;
 * blocks.
 */
public final class Desk {
    /** As many as {@link dev.limner.illustration.Illustrator} lets one requester have waiting. */
    public static final int MOST_WAITING = 10;

    private static final long SEEDS = 1L << 32;
    private static final int GATES = 64;
    private static final int LOOKED_BACK = 50;

    private final Studio studio;
    private final Models models;
    private final WaitingRoom room;
    private final Uploads uploads;
    private final Visits visits;
    private final Places places = new Places();
    private final RandomGenerator random;
    private final Object[] gates = Stream.generate(Object::new).limit(GATES).toArray();

    public Desk(Studio studio, Models models, RandomGenerator random, Later later) {
        this.studio = studio;
        this.models = models;
        this.room = new WaitingRoom(studio);
        this.uploads = new Uploads(studio.avatars());
        this.visits = new Visits(studio.clock(), later);
        this.random = random;
    }

    /** A caller's request has begun to come in; ends with {@link #leave} or {@link #end}. Does not block. */
    public Visit arrive(Caller caller) {
        return visits.enter(caller);
    }

    /** A request is answered. Does not block. */
    public void end(Visit visit) {
        visits.end(visit);
    }

    /**
     * Accepts a wish: from the return on its pictures are drawn, whether somebody waits for them or not.
     *
     * @throws RefusedException when it cannot be drawn as it is
     * @throws UnfitImageException when it cannot be drawn with an image that came with it
     * @throws BusyException when too much of this caller is waiting
     * @throws ConflictException when another wish was sent under its name
     * @throws StoppedException when it was interrupted, or its client hung up, before it was accepted
     * @throws BackendException when no backend was ever reached
     */
    public Job order(Visit visit, Wish wish)
            throws RefusedException, UnfitImageException, BusyException, ConflictException, StoppedException,
                    BackendException {
        Caller caller = visit.caller();
        String request = wish.once() == null ? randomName() : named(wish.once());
        ChannelRef channel = caller.request(request);
        synchronized (gate(channel)) {
            List<Illustration> earlier =
                    wish.once() == null ? List.of() : studio.illustrations().latest(channel, LOOKED_BACK);
            boolean again = !earlier.stream().allMatch(Desk::cameToNothing);
            // what was asked for before keeps its model, whether or not that is offered now
            Place place = again ? earlier.get(0).place() : models.place(caller, request, wish.model());
            Ordering ordering = new Ordering(studio, room, uploads, places, visit, wish, place);
            ordering.refuseAnother(earlier);
            try {
                Job job = again
                        ? ordering.again(earlier)
                        : ordering.anew(wish.seed() == null ? random.nextLong(SEEDS) : wish.seed());
                if (!wish.uploads().isEmpty()) {
                    letGoAfter(job, caller, channel);
                }
                accepted(visit, job);
                return job;
            } catch (RefusedException
                    | UnfitImageException
                    | BusyException
                    | StoppedException
                    | BackendException
                    | RuntimeException e) {
                if (!wish.uploads().isEmpty()) {
                    letGo(caller, channel);
                }
                throw e;
            }
        }
    }

    /** Whether a wish of that name was accepted before, and its pictures are drawn or on their way. */
    public boolean knows(Caller caller, @Nullable String once) {
        return once != null
                && !studio.illustrations().latest(caller.request(named(once)), LOOKED_BACK).stream()
                        .allMatch(Desk::cameToNothing);
    }

    /** Whoever stopped it meanwhile has found no pictures to take back. */
    private void accepted(Visit visit, Job job) {
        visits.accepted(visit, job);
        if (visit.isStopped()) {
            cancel(visit.caller(), job);
        } else if (visit.isOver()) {
            takeBack(visit.caller(), job);
        }
    }

    /** A client hung up; what was begun for nobody else is finished, the rest is taken back. */
    public void leave(Visit visit) {
        visits.leave(visit);
        Job job = visit.job();
        if (job != null) {
            takeBack(visit.caller(), job);
        }
    }

    private void takeBack(Caller caller, Job job) {
        // who sends the same again meanwhile either keeps what is there or has it drawn anew
        synchronized (gate(job.request())) {
            if (visits.isWaitedFor(caller, job)) {
                return;
            }
            for (Waiting waiting : job.waiting()) {
                find(waiting.illustration())
                        .filter(i -> i.state() == State.ACCEPTED || i.state() == State.COMPOSED)
                        // that it was begun is stored a moment later than it begins
                        .filter(i -> progress(i.id()).isEmpty())
                        .ifPresent(i -> studio.illustrator().cancel(i.id()));
            }
        }
    }

    /** Those of a caller that are not drawn yet, oldest first. */
    public List<Illustration> underWay(Caller caller) {
        List<Illustration> open =
                new ArrayList<>(studio.illustrations().requestedBy(caller.user(), LOOKED_BACK).stream()
                        .filter(i -> !i.state().isFinal())
                        .toList());
        java.util.Collections.reverse(open);
        return open;
    }

    /** From 0 to 1; empty when it is not being drawn now. */
    public OptionalDouble progress(String illustration) {
        return studio.illustrator().progress(illustration);
    }

    /**
     * Takes back a request with all its pictures: the one whose client hangs up at about the same time, or else the oldest
     * that is accepted, or else the oldest that is coming in. Where several are under way it waits a little for a hang-up,
     * without holding a thread.
     */
    public CompletableFuture<Void> interrupt(Caller caller) {
        // these first: what is accepted meanwhile is then counted twice, rather than not at all
        List<Visit> waiting = visits.waiting(caller);
        List<Illustration> open = underWay(caller);
        List<Visit> early = waiting.stream().filter(v -> v.job() == null).toList();
        Set<ChannelRef> accepted = Stream.concat(
                        open.stream().map(i -> i.place().channel()),
                        waiting.stream()
                                .flatMap(v -> Stream.ofNullable(v.job()))
                                .map(Job::request))
                .collect(Collectors.toSet());
        return visits.interrupted(caller, early.size() + accepted.size() > 1).thenAccept(left -> {
            if (left.isPresent()) {
                stop(left.get());
            } else if (!open.isEmpty()) {
                stopOldest(caller, open);
            } else if (!early.isEmpty()) {
                stop(early.get(0));
            }
        });
    }

    private void stop(Visit visit) {
        Job job = visits.stop(visit);
        if (job != null) {
            cancel(visit.caller(), job);
        }
    }

    /** Another client may have sent the same, and wait for it. */
    private void cancel(Caller caller, Job job) {
        synchronized (gate(job.request())) {
            if (!visits.isWaitedFor(caller, job)) {
                cancel(job.illustrations());
            }
        }
    }

    private void stopOldest(Caller caller, List<Illustration> open) {
        List<String> meant = open.stream()
                .filter(i -> i.place().channel().equals(open.get(0).place().channel()))
                .map(Illustration::id)
                .toList();
        visits.stopAll(caller, meant);
        cancel(meant);
    }

    /** The last first, or the lane would begin with the next one. */
    private void cancel(List<String> illustrations) {
        for (int i = illustrations.size() - 1; i >= 0; i--) {
            studio.illustrator().cancel(illustrations.get(i));
        }
    }

    public Optional<Illustration> find(String illustration) {
        return studio.illustrations().find(illustration);
    }

    /** The picture of an illustration as it was posted, or why there is none. */
    public Outcome picture(Illustration illustration) {
        return room.picture(illustration);
    }

    /** A picture was posted in answer to a request. */
    public void posted(MessageRef request, Attachment picture) {
        room.hand(request, picture);
    }

    /** Something else was said in answer to a request. */
    public void told(MessageRef request) {
        room.look(request);
    }

    /**
     * Lets go of the images that came with a caller's requests, now or when they are drawn, where a process ended before it
     * did so. To be called before any request, for each caller there is.
     */
    public void tidy(Caller caller) {
        for (ChannelRef request : uploads.requests(caller)) {
            List<Waiting> drawn = new ArrayList<>();
            for (Illustration illustration : studio.illustrations().latest(request, LOOKED_BACK)) {
                MessageRef asked = illustration.askedIn();
                if (asked != null && needsImages(illustration)) {
                    drawn.add(room.watch(asked, illustration.id()));
                }
            }
            letGoAfter(new Job(drawn), caller, request);
        }
    }

    /** Knows no more than it needs, so that a wish's images are not held on to while it is drawn. */
    private void letGoAfter(Job job, Caller caller, ChannelRef request) {
        var unused = job.done().thenRun(() -> letGo(caller, request));
    }

    /** Lets go of the images that came with a request, unless another of its pictures is to be drawn with them. */
    private void letGo(Caller caller, ChannelRef request) {
        synchronized (gate(request)) {
            if (studio.illustrations().latest(request, LOOKED_BACK).stream().noneMatch(Desk::needsImages)) {
                uploads.remove(caller, request);
            }
        }
    }

    private static boolean needsImages(Illustration illustration) {
        return !illustration.state().isFinal() && illustration.state() != State.POSTING;
    }

    private Object gate(ChannelRef request) {
        return gates[Math.floorMod(request.hashCode(), GATES)];
    }

    static boolean cameToNothing(Illustration illustration) {
        return illustration.state().isFinal() && illustration.state() != State.DONE;
    }

    private String randomName() {
        return Long.toHexString(random.nextLong() | Long.MIN_VALUE) + Long.toHexString(random.nextLong());
    }

    private static String named(String name) {
        byte[] digest = Hashes.sha256().digest(name.getBytes(StandardCharsets.UTF_8));
        return "once-" + HexFormat.of().formatHex(digest);
    }
}

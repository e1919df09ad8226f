package dev.limner.gateway.desk;

import dev.limner.chat.Attachment;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.illustration.Illustration;
import dev.limner.illustration.Order;
import dev.limner.illustration.State;
import dev.limner.illustration.Window;
import dev.limner.image.BackendException;
import dev.limner.input.RefusedException;
import dev.limner.prompt.Ask;
import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Mode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

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
    private final HangUps hangUps;
    private final RandomGenerator random;
    private final Object[] gates = Stream.generate(Object::new).limit(GATES).toArray();

    public Desk(Studio studio, Models models, RandomGenerator random) {
        this.studio = studio;
        this.models = models;
        this.room = new WaitingRoom(studio);
        this.uploads = new Uploads(studio.avatars());
        this.hangUps = new HangUps(studio.clock());
        this.random = random;
    }

    /**
     * Accepts a wish: from the return on its pictures are drawn, whether somebody waits for them or not.
     *
     * @throws RefusedException when it cannot be drawn as it is
     * @throws BusyException when too much of this caller is waiting
     * @throws ConflictException when another wish was sent under its name
     * @throws BackendException when no backend was ever reached
     */
    public Job order(Caller caller, Wish wish)
            throws RefusedException, BusyException, ConflictException, BackendException {
        String request = wish.once() == null ? randomName() : "once-" + hashed(wish.once());
        Place place = models.place(caller, request, wish.model());
        synchronized (gates[Math.floorMod(place.channel().hashCode(), GATES)]) {
            List<Illustration> earlier =
                    wish.once() == null ? List.of() : studio.illustrations().latest(place.channel(), LOOKED_BACK);
            Ordering ordering = new Ordering(caller, wish, place);
            ordering.refuseAnother(earlier);
            return earlier.stream().allMatch(Desk::cameToNothing) ? ordering.anew() : ordering.again(earlier);
        }
    }

    /** One of those who wait for a job is gone; what was begun for nobody else is finished, the rest is taken back. */
    public void leave(Caller caller, Job job) {
        List<Waiting> left = job.waiting().stream()
                .filter(Waiting::leave)
                .filter(waiting -> !waiting.outcome().isDone())
                .toList();
        if (!left.isEmpty()) {
            hangUps.note(caller, job.illustrations());
        }
        for (Waiting waiting : left) {
            find(waiting.illustration())
                    .filter(i -> i.state() == State.ACCEPTED || i.state() == State.COMPOSED)
                    // that it was begun is stored a moment later than it begins
                    .filter(i -> progress(i.id()).isEmpty())
                    .ifPresent(i -> studio.illustrator().cancel(i.id()));
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
     * Takes back a request with all its pictures: the one whose client hung up just now, or else the oldest that is under
     * way.
     */
    public void interrupt(Caller caller) {
        Optional<List<String>> left = hangUps.take(caller);
        if (left.isPresent()) {
            cancel(left.get());
            return;
        }
        List<Illustration> open = underWay(caller);
        cancel(open.stream()
                .filter(i -> i.place().channel().equals(open.get(0).place().channel()))
                .map(Illustration::id)
                .toList());
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

    /** Whether a name is one that images get which come with a request. */
    public static boolean isUpload(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(Uploads.PREFIX);
    }

    /** A picture was posted in answer to a request. */
    public void posted(MessageRef request, Attachment picture) {
        room.hand(request, picture);
    }

    /** Something else was said in answer to a request. */
    public void told(MessageRef request) {
        room.look(request);
    }

    /** To be called before any request, for each caller there is. */
    public void tidy(Caller caller) {
        if (studio.illustrations().open(caller.user()) == 0) {
            uploads.removeLeftOver(caller);
        }
    }

    /** Knows no more than it needs, so that a wish's images are not held on to while it is drawn. */
    private void removeAfter(Job job, Caller caller, List<String> taken) {
        if (!taken.isEmpty()) {
            var unused = job.done().thenRun(() -> uploads.remove(caller, taken));
        }
    }

    private static boolean cameToNothing(Illustration illustration) {
        return illustration.state().isFinal() && illustration.state() != State.DONE;
    }

    private String randomName() {
        return Long.toHexString(random.nextLong() | Long.MIN_VALUE) + Long.toHexString(random.nextLong());
    }

    private static String hashed(String name) {
        byte[] digest = Hashes.sha256().digest(name.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    /** One wish on its way to be accepted. */
    private final class Ordering {
        private final Caller caller;
        private final Wish wish;
        private final Place place;
        private final String fingerprint;
        private final List<Waiting> accepted = new ArrayList<>();

        Ordering(Caller caller, Wish wish, Place place) {
            this.caller = caller;
            this.wish = wish;
            this.place = place;
            this.fingerprint = wish.fingerprint();
        }

        Job anew() throws RefusedException, BusyException, BackendException {
            refuseIfBusy(wish.count());
            long seed = wish.seed() == null ? random.nextLong(SEEDS) : wish.seed();
            Uploads.Taken taken = uploads.take(caller, hashed(place.channel().id()), wish);
            try {
                Ask ask = new Ask(Mode.IMAGINE, null, null, taken.prompt(), null, wish.negative(), null);
                Composition composition = sized(compose(ask, seed));
                for (int i = 0; i < wish.count(); i++) {
                    Order order = new Order(place, caller.drawing(), ask, request(i));
                    Composition one = composition.withSeed((seed + i) % SEEDS);
                    accept(request(i), () -> studio.illustrator().accept(order, one));
                }
            } catch (RefusedException | BusyException | BackendException | RuntimeException e) {
                accepted.forEach(w -> studio.illustrator().cancel(w.illustration()));
                uploads.remove(caller, taken.names());
                throw e;
            }
            return job(taken.names());
        }

        void refuseAnother(List<Illustration> earlier) throws ConflictException {
            boolean another = earlier.stream()
                    .map(Illustration::askedIn)
                    .anyMatch(asked -> asked == null || !asked.id().endsWith("-" + fingerprint));
            if (another) {
                throw new ConflictException(
                        "Another request was sent with this Idempotency-Key. Send a new key with a new request.");
            }
        }

        /** What is drawn is handed out again, what is under way is waited for, what failed is tried again. */
        Job again(List<Illustration> earlier) throws BusyException {
            for (int i = 0; i < wish.count(); i++) {
                MessageRef request = request(i);
                Optional<Illustration> before = earlier.stream()
                        .filter(e -> request.equals(e.askedIn()))
                        .findFirst();
                if (before.isPresent() && !cameToNothing(before.get())) {
                    accept(request, before::get);
                } else {
                    refuseIfBusy(1);
                    Illustration like = before.orElse(earlier.get(0));
                    accept(
                            request,
                            () -> studio.illustrator().again(like, Order.like(like, caller.drawing(), request, null)));
                }
            }
            return job(List.of());
        }

        private void accept(MessageRef request, Accepting accepting) throws BusyException {
            Waiting waiting = room.enter(request);
            try {
                String id = accepting.accept().id();
                accepted.add(waiting);
                room.accepted(waiting, id);
            } catch (RefusedException e) {
                // what is composed is refused only because others of this key were quicker
                room.dismiss(waiting);
                throw new BusyException(e.userText());
            } catch (RuntimeException e) {
                room.dismiss(waiting);
                throw e;
            }
        }

        private Job job(List<String> taken) {
            Job job = new Job(accepted);
            removeAfter(job, caller, taken);
            return job;
        }

        private Composition compose(Ask ask, long seed) throws RefusedException, BackendException {
            try {
                return studio.drafting().compose(place, ask, new Window(0, 0), seed);
            } catch (CannotComposeException e) {
                throw new RefusedException(e.userText(), e);
            }
        }

        private Composition sized(Composition composition) {
            return wish.size() == null
                    ? composition
                    : composition.withSize(wish.size().width(), wish.size().height());
        }

        void refuseIfBusy(int more) throws BusyException {
            int open = studio.illustrations().open(caller.user());
            if (open + more > MOST_WAITING) {
                throw new BusyException("This key has " + open + " pictures waiting, and may have " + MOST_WAITING
                        + ". Wait for one, then ask again.");
            }
        }

        private MessageRef request(int number) {
            return new MessageRef(place.channel(), number + "-" + fingerprint);
        }
    }

    private interface Accepting {
        Illustration accept() throws RefusedException;
    }
}

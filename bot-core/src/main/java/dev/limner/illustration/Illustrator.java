package dev.limner.illustration;

import dev.limner.chat.ChatException;
import dev.limner.chat.Member;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.image.BackendException;
import dev.limner.input.RefusedException;
import dev.limner.prompt.Ask;
import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Mode;
import dev.limner.story.Capture;
import dev.limner.story.ChannelState;
import dev.limner.story.StoryLog;
import dev.limner.story.StoryMessage;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts requests for pictures, and takes them back. Thread-safe; blocks. */
public final class Illustrator {
    private static final Logger log = LoggerFactory.getLogger(Illustrator.class);
    /** Seeds of 32 bits are taken by every backend. */
    private static final long SEEDS = 1L << 32;

    private static final int GATES = 64;

    private final IllustrationRepository illustrations;
    private final Lanes lanes;
    private final Drafting drafting;
    private final Capture capture;
    private final StoryLog story;
    private final StatusBoard board;
    private final StatusPosts posts;
    private final Endings endings;
    private final Running running;
    private final Admission admission;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final IllustrationIds ids;
    private final Object[] gates = Stream.generate(Object::new).limit(GATES).toArray();

    Illustrator(
            IllustrationRepository illustrations,
            Lanes lanes,
            Drafting drafting,
            Capture capture,
            StoryLog story,
            StatusBoard board,
            StatusPosts posts,
            Endings endings,
            Running running,
            Platforms platforms,
            InstantSource clock,
            RandomGenerator random) {
        this.illustrations = illustrations;
        this.lanes = lanes;
        this.drafting = drafting;
        this.capture = capture;
        this.story = story;
        this.board = board;
        this.posts = posts;
        this.endings = endings;
        this.running = running;
        this.admission = new Admission(illustrations, drafting, platforms);
        this.clock = clock;
        this.random = random;
        this.ids = new IllustrationIds(random);
    }

    /**
     * Accepts a request: from the return on it is drawn and posted, or its requester is told why not.
     *
     * @throws RefusedException when there is nothing to draw, something given cannot be taken, the picture could not be
     *     shown there, or too much is waiting
     */
    public Illustration accept(Order order) throws RefusedException {
        admission.refuseIfMayNotAsk(order.place(), order.by());
        Window window = order.picked() == null ? windowFor(order.place(), order.ask()) : Window.of(order.picked());
        long seed = random.nextLong(SEEDS);
        Composition draft = draft(order.place(), order.ask(), window, seed);
        log.debug("accepting a request with a cast of {}", draft.cast().size());
        return keep(Illustration.accepted(newId(), order, window, seed, null, clock.instant()), order);
    }

    /**
     * Accepts a request whose prompt was composed already, as by {@link Drafting#compose}: it is drawn as it stands, with
     * its own seed and size.
     *
     * @throws RefusedException when the requester may not draw there, the picture could not be shown there, or too much is
     *     waiting
     */
    public Illustration accept(Order order, Composition composition) throws RefusedException {
        admission.refuseIfMayNotDraw(order.place(), order.by());
        Window none = new Window(0, 0);
        return keep(
                Illustration.accepted(newId(), order, none, composition.seed(), composition, clock.instant()), order);
    }

    /** How much of a picture is drawn, from 0 to 1; empty when it is not being drawn by this process now. */
    public OptionalDouble progress(String id) {
        return running.progress(id);
    }

    /**
     * The same prompt once more, with another seed; the old picture stays.
     *
     * @param order as {@link Order#like}, and so for those below
     */
    public Illustration reroll(Illustration original, Order order) throws RefusedException {
        Composition composition = original.composition();
        if (composition == null) {
            return again(original, order);
        }
        long seed = random.nextLong(SEEDS);
        return copy(original, order, seed, composition.withSeed(seed));
    }

    /** What failed once more, as it was asked for: from the story as it stands now, or with the prompt that was given. */
    public Illustration again(Illustration original, Order order) throws RefusedException {
        return copy(original, order, original.seed(), original.readsStory() ? null : original.composition());
    }

    /** The same picture with an edited prompt. */
    public Illustration edited(Illustration original, Order order, Composition composition) throws RefusedException {
        return copy(original, order, original.seed(), composition);
    }

    /** What {@link #accept} would compose now, without accepting anything. */
    public Composition preview(Place place, Ask ask) throws RefusedException {
        return draft(place, ask, windowFor(place, ask), 0);
    }

    /** What would be drawn, in the scene writer's words where there is one; may take as long as it takes to answer. */
    public Composition worded(Place place, Ask ask) throws RefusedException {
        Window window = windowFor(place, ask);
        try {
            return drafting.compose(place, ask, window, 0);
        } catch (BackendException e) {
            return draft(place, ask, window, 0);
        } catch (CannotComposeException e) {
            throw new RefusedException(e.userText());
        }
    }

    /**
     * Takes a request back.
     *
     * @return false when it is too late: it is drawn, or has ended
     */
    public boolean cancel(String id) {
        return end(id, change -> change.state(State.CANCELLED));
    }

    /** @return false when it is too late */
    private boolean end(String id, UnaryOperator<Illustration.Change> ending) {
        while (true) {
            Illustration current = illustrations.find(id).orElse(null);
            if (current == null || current.state().isFinal() || current.state() == State.POSTING) {
                return false;
            }
            Illustration ended = ending.apply(current.change()).at(clock.instant());
            if (illustrations.replace(current.state(), ended)) {
                running.interrupt(id);
                lanes.wake(current.requester());
                return true;
            }
        }
    }

    private Illustration copy(Illustration original, Order order, long seed, @Nullable Composition composition)
            throws RefusedException {
        admission.refuseIfMayNotAsk(order.place(), order.by());
        Window window = composition == null ? original.window() : new Window(0, 0);
        return keep(Illustration.accepted(newId(), order, window, seed, composition, clock.instant()), order);
    }

    private Illustration keep(Illustration accepted, Order order) throws RefusedException {
        synchronized (gates[Math.floorMod(accepted.requester().hashCode(), GATES)]) {
            // counted and added in one step, since one requester may ask in many channels at once
            admission.refuseIfTooManyWait(accepted.requester());
            if (order.acknowledged()) {
                addFollowed(accepted, order);
            } else {
                illustrations.add(accepted);
            }
        }
        // drawing need not wait for the disk, but telling of it must
        lanes.wake(accepted.requester());
        if (order.acknowledged()) {
            illustrations.settle();
            board.inTurn(accepted.place().channel(), () -> showStatus(accepted));
        }
        return accepted;
    }

    private void addFollowed(Illustration accepted, Order order) {
        board.expect(accepted);
        endings.expect(accepted, order.answer());
        try {
            illustrations.add(accepted);
        } catch (RuntimeException e) {
            board.stopFollowing(accepted.id());
            endings.forget(accepted);
            throw e;
        }
    }

    /**
     * Neither drawing nor what comes next in the channel waits for the chat. A status that cannot be shown for a while is no
     * reason not to draw; none is shown after the picture, and one that comes so late is taken away again. Where nothing may be posted at all, no
     * picture is drawn for nothing.
     */
    private void showStatus(Illustration accepted) {
        try {
            if (hasEnded(accepted)) {
                return;
            }
            MessageRef status = board.open(accepted, Speech.accepted(accepted, illustrations.placeOf(accepted.id())));
            if (posts.editInterval(status).isPresent()) {
                illustrations.noteStatus(accepted.id(), status);
                illustrations.settle();
            }
            if (isTold(accepted)) {
                board.stopFollowing(accepted.id());
                posts.remove(accepted.change().status(status).at(clock.instant()));
            }
        } catch (ChatException e) {
            log.info("status of {} not posted: {}", accepted.id(), e.getMessage());
            if (e.isClosed()) {
                end(accepted.id(), change -> Setbacks.unshown(change, e));
            }
        } finally {
            board.settle(accepted.id());
        }
    }

    private boolean hasEnded(Illustration accepted) {
        return illustrations
                .find(accepted.id())
                .map(now -> now.state().isFinal())
                .orElse(true);
    }

    private boolean isTold(Illustration accepted) {
        return illustrations.find(accepted.id()).map(Illustration::told).orElse(true);
    }

    private String newId() {
        return ids.next(clock.instant());
    }

    /** Whether {@link #edited} would be refused whatever was edited: to be asked before somebody edits in vain. */
    public void refuseIfMayNotAsk(Place place, Member by) throws RefusedException {
        admission.refuseIfMayNotAsk(place, by);
    }

    private Composition draft(Place place, Ask ask, Window window, long seed) throws RefusedException {
        try {
            return drafting.draft(place, ask, window, seed);
        } catch (CannotComposeException e) {
            throw new RefusedException(e.userText());
        }
    }

    /** A scene begins behind the last picture, unless a number of messages was asked for. */
    private Window windowFor(Place place, Ask ask) throws RefusedException {
        if (ask.mode() == Mode.IMAGINE) {
            return new Window(0, 0);
        }
        ChannelState state = capture.state(place.channel());
        List<StoryMessage> newest = story.window(place.channel(), 0, Long.MAX_VALUE, 1);
        if (newest.isEmpty() && ask.mode() != Mode.PORTRAIT) {
            throw new RefusedException(
                    state.capturing()
                            ? "There is no story here yet. Write a few messages, then ask again."
                            : "I am not following the story here. A moderator can turn that on with /story on.");
        }
        long upTo = newest.isEmpty() ? 0 : newest.get(0).position();
        boolean sinceLastPicture = ask.mode() == Mode.SCENE && ask.messages() == null;
        long after = sinceLastPicture ? state.illustratedUpTo() : 0;
        if (sinceLastPicture && after >= upTo) {
            throw new RefusedException("Nothing was written since the last picture. Reroll that one, or say how far"
                    + " back to look: /scene messages=12");
        }
        return new Window(after, upTo);
    }
}

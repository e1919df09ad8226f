package dev.limner.illustration;

import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore;
import dev.limner.avatar.ImageStore.StoredImage;
import dev.limner.chat.ChatException;
import dev.limner.chat.MessageRef;
import dev.limner.chat.UserRef;
import dev.limner.image.BackendException;
import dev.limner.image.Backends.Drawn;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.Picture;
import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Mode;
import dev.limner.story.Capture;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of an illustration, one durable step after another: composed, generating, posting, done. Each step can be
 * repeated, so a process that dies between two of them loses nothing. One turn takes one illustration as far as it goes.
 */
final class IllustrationWork implements Lanes.Work {
    private static final Logger log = LoggerFactory.getLogger(IllustrationWork.class);
    private static final Duration NEXT = Duration.ZERO;
    /** Lets a deletion that comes at the last moment be heard. */
    private static final Duration AFTER_HOLD = Duration.ofMillis(100);
    /** So long an end waits for a status that is on its way, since one that nobody knows of would stand for ever. */
    private static final Duration SLOWEST_STATUS = Duration.ofSeconds(5);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final IllustrationRepository illustrations;
    private final Drafting drafting;
    private final Drawing drawing;
    private final ImageStore images;
    private final PicturePost posts;
    private final StatusBoard board;
    private final Capture capture;
    private final Running running;
    private final InstantSource clock;
    private final Instant started;

    IllustrationWork(
            IllustrationRepository illustrations,
            Drafting drafting,
            Drawing drawing,
            ImageStore images,
            PicturePost posts,
            StatusBoard board,
            Capture capture,
            Running running,
            InstantSource clock) {
        this.illustrations = illustrations;
        this.drafting = drafting;
        this.drawing = drawing;
        this.images = images;
        this.posts = posts;
        this.board = board;
        this.capture = capture;
        this.running = running;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    public Optional<Duration> turn(UserRef requester) throws InterruptedException {
        Optional<Illustration> next = illustrations.next(requester);
        return next.isEmpty() ? Optional.empty() : Optional.of(live(next.get()));
    }

    /** @return how long to rest before the requester's next turn */
    private Duration live(Illustration start) throws InterruptedException {
        Illustration current = start;
        try {
            while (true) {
                current = withStatus(current);
                Step step = switch (current.state()) {
                    case ACCEPTED -> compose(current);
                    case COMPOSED -> begin(current);
                    case GENERATING -> generate(current);
                    case POSTING -> post(current);
                    case DONE, FAILED, REFUSED, CANCELLED -> tell(current);
                };
                if (step.rest() != null) {
                    return step.rest();
                }
                current = step.now() != null
                        ? step.now()
                        : illustrations.find(current.id()).orElse(null);
                if (current == null || current.told()) {
                    return NEXT;
                }
            }
        } catch (ChatException e) {
            return restAfter(current == null ? start : current, e);
        } catch (RuntimeException e) {
            return restAfterFault(current == null ? start : current, e);
        }
    }

    /** A fault of ours is treated as a backend's: tried a few times, then told, so that it holds up nobody else. */
    private Duration restAfterFault(Illustration i, RuntimeException e) {
        if (i.state().isFinal()) {
            throw e;
        }
        log.error("illustration {} failed while {}", i.id(), i.state(), e);
        Step step = failedAt(i, new BackendException("That went wrong on my side.", e.toString(), true, e));
        Duration rest = step.rest();
        return rest == null ? NEXT : rest;
    }

    /** Whoever accepted it may be about to store its status message; a process that died may have posted it or not. */
    private Illustration withStatus(Illustration i) {
        MessageRef status = i.status();
        if (status != null) {
            board.follow(i, status);
            return i;
        }
        if (board.messageOf(i.id()).isEmpty() && wasBefore(i)) {
            openAgain(i);
        }
        return withMessage(i);
    }

    /** What has ended needs its message only to take it away, so it is looked for where that posts no second one. */
    private void openAgain(Illustration i) {
        try {
            if (!i.state().isFinal() || board.opensOnce(i)) {
                board.open(i, Speech.accepted(i, 1));
            }
        } catch (ChatException e) {
            log.info("status of {} not posted: {}", i.id(), e.getMessage());
        }
    }

    /** Whether it was accepted by a process that ended. */
    private boolean wasBefore(Illustration i) {
        return i.accepted().isBefore(started);
    }

    private Illustration withMessage(Illustration i) {
        return board.messageOf(i.id())
                .map(message -> i.change().status(message).at(i.changed()))
                .orElse(i);
    }

    private Step compose(Illustration i) {
        Duration undecided = drafting.undecidedFor(i.place(), i.ask(), i.window(), clock.instant());
        if (!undecided.isZero()) {
            return new Step(undecided.plus(AFTER_HOLD));
        }
        try {
            Composition composition = drafting.compose(i.place(), i.ask(), i.window(), i.seed());
            Illustration composed =
                    i.change().state(State.COMPOSED).composition(composition).at(clock.instant());
            illustrations.note(i.state(), composed);
            return new Step(composed);
        } catch (CannotComposeException e) {
            return on(i, i.change().state(State.REFUSED).ending(e.userText()));
        } catch (BackendException e) {
            return failedAt(i, e);
        }
    }

    /** Whether it was begun is for whoever looks on: a process that dies here draws it again either way. */
    private Step begin(Illustration i) throws InterruptedException {
        Illustration begun = i.change()
                .state(State.GENERATING)
                .backend(drawing.likely(i, composed(i)))
                .at(clock.instant());
        illustrations.note(i.state(), begun);
        return generate(begun);
    }

    private Step generate(Illustration i) throws InterruptedException {
        Composition composition = composed(i);
        running.begin(i.id());
        Drawn drawn;
        try {
            // a cancel from before this thread was listed has interrupted nobody
            if (isCancelled(i)) {
                return Step.ON;
            }
            boolean spoiler = drafting.settingsOf(i.place()).spoiler();
            boolean perhapsBegun = i.failures() > 0 || wasBefore(i);
            drawn = drawing.draw(i, composition, perhapsBegun, new ShownProgress(board, running, i, spoiler));
        } catch (BackendException e) {
            return failedAt(i, e);
        } catch (RuntimeException e) {
            return failedAt(i, new BackendException("The image server could not be asked.", e.toString(), true, e));
        } catch (InterruptedException e) {
            if (isCancelled(i)) {
                return Step.ON;
            }
            throw e;
        } finally {
            running.end(i.id());
        }
        // a cancel that came too late to stop the drawing must not stop what follows
        if (isCancelled(i)) {
            var unused = Thread.interrupted();
            return Step.ON;
        }
        Illustration.Change change = i.change().backend(drawn.backend());
        if (drawn.outcome() instanceof GenerationOutcome.Generated generated) {
            Picture picture = generated.picture();
            Illustration done = change.state(State.POSTING)
                    .picture(ImageHash.of(picture.bytes()))
                    .notes(generated.notes())
                    .at(clock.instant());
            illustrations.replace(i.state(), done, new StoredImage(picture.bytes(), picture.mediaType()));
            return Step.ON;
        }
        GenerationOutcome.Refused refused = (GenerationOutcome.Refused) drawn.outcome();
        return on(i, change.state(State.REFUSED).ending(refused.reason()));
    }

    private Step post(Illustration i) throws ChatException {
        ImageHash hash = i.picture();
        StoredImage image = hash == null ? null : images.get(hash).orElse(null);
        if (image == null) {
            return on(i, i.change().state(State.FAILED).ending("The picture was lost from storage. Ask for it again."));
        }
        List<MessageRef> posted = posts.post(i, composed(i), image);
        if (i.ask().mode() == Mode.SCENE) {
            noteIllustrated(i);
        }
        return on(i, i.change().state(State.DONE).posted(posted));
    }

    private Step tell(Illustration i) throws ChatException {
        if (board.isOnItsWay(i.id()) && clock.instant().isBefore(i.changed().plus(SLOWEST_STATUS))) {
            return new Step(LOOK_AGAIN);
        }
        Illustration shown = withMessage(i);
        switch (i.state()) {
            case DONE -> board.remove(shown);
            case CANCELLED -> board.close(shown, Speech.cancelled(i), false);
            default -> board.close(shown, Speech.failed(i), i.state() == State.FAILED);
        }
        illustrations.replace(i.state(), i.change().told().at(clock.instant()));
        return new Step(NEXT);
    }

    /** The next scene begins behind what this picture shows. */
    private void noteIllustrated(Illustration i) {
        capture.change(
                i.place().channel(), state -> state.withIllustratedUpTo(Math.max(state.illustratedUpTo(), i.upTo())));
    }

    private Step failedAt(Illustration i, BackendException e) {
        Instant now = clock.instant();
        Illustration.Change change = i.change().failedAt(now);
        Illustration failed = change.at(now);
        log.warn("illustration {}: {} ({})", i.id(), e.getMessage(), e.detail());
        Optional<Duration> rest = e.mayRetry()
                ? Retries.restAfter(
                        failed.failures(),
                        failed.failingSince(),
                        now,
                        e.retryAfter().orElse(Duration.ZERO))
                : Optional.empty();
        if (rest.isEmpty()) {
            String tries = failed.failures() > 1 ? " I tried " + failed.failures() + " times." : "";
            State end = e.mayEverSucceed() ? State.FAILED : State.REFUSED;
            return on(i, change.state(end).ending(e.userText() + tries));
        }
        illustrations.replace(i.state(), change.state(stateToRetry(i)).at(now));
        board.show(i.id(), Speech.tryingAgain(i, e.userText()));
        return new Step(rest.get());
    }

    /** What was deleted or edited while it rested must not be drawn, so a prompt made from the story is made anew. */
    private static State stateToRetry(Illustration i) {
        if (i.state() != State.GENERATING) {
            return i.state();
        }
        return i.readsStory() ? State.ACCEPTED : State.COMPOSED;
    }

    private Duration restAfter(Illustration i, ChatException e) {
        if (e.mayRetry()) {
            Duration rest = e.retryAfter().orElseGet(() -> Retries.restForChat(i.changed(), clock.instant()));
            log.warn(
                    "illustration {} in {}: {}; again in {} s",
                    i.id(),
                    i.place().channel(),
                    e.getMessage(),
                    rest.toSeconds());
            return rest;
        }
        log.warn("illustration {} cannot be shown in {}: {}", i.id(), i.place().channel(), e.getMessage());
        endUnshown(i, e);
        return NEXT;
    }

    /** What is drawn is not drawn again; whoever asked is told by the status message, if that can still be written. */
    private void endUnshown(Illustration i, ChatException e) {
        State end = i.state().isFinal() ? i.state() : State.FAILED;
        Illustration ended = i.change()
                .state(end)
                .ending("It could not be shown here: " + e.getMessage() + ".")
                .told()
                .at(clock.instant());
        illustrations.replace(i.state(), ended);
        if (end != State.FAILED) {
            return;
        }
        try {
            board.close(ended, Speech.failed(ended), false);
        } catch (ChatException again) {
            log.info("illustration {}: not told in its channel: {}", i.id(), again.getMessage());
            tellPrivately(ended);
        }
    }

    /** What is left when the channel is gone or closed to the bot. */
    private void tellPrivately(Illustration i) {
        try {
            board.tellPrivately(i, Speech.failed(i));
        } catch (ChatException e) {
            log.warn("illustration {}: nobody can be told: {}", i.id(), e.getMessage());
        }
    }

    private boolean isCancelled(Illustration i) {
        return illustrations
                .find(i.id())
                .map(now -> now.state() == State.CANCELLED)
                .orElse(true);
    }

    private static Composition composed(Illustration i) {
        Composition composition = i.composition();
        if (composition == null) {
            throw new IllegalStateException("illustration " + i.id() + " is " + i.state() + " without a prompt");
        }
        return composition;
    }

    /** Stores the change, unless somebody was faster; either way the next look decides. */
    private Step on(Illustration i, Illustration.Change change) {
        illustrations.replace(i.state(), change.at(clock.instant()));
        return Step.ON;
    }

    /**
     * What comes next.
     *
     * @param rest how long the lane rests; null to go on at once
     * @param now how it goes on; null to look, since somebody else may have changed it, as by cancelling
     */
    private record Step(@Nullable Duration rest, @Nullable Illustration now) {
        static final Step ON = new Step(null, null);

        Step(Duration rest) {
            this(rest, null);
        }

        Step(Illustration now) {
            this(null, now);
        }
    }
}

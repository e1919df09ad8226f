package dev.limner.illustration;

import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore;
import dev.limner.avatar.ImageStore.StoredImage;
import dev.limner.chat.ChatException;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlannedMessage;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The life of an illustration, one durable step after another: composed, generating, posting, done. Each step can be
 * repeated, so a process that dies between two of them loses nothing. One turn takes one illustration as far as it goes.
 */
final class IllustrationWork implements Lanes.Work {
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
    private final Platforms platforms;
    private final InstantSource clock;
    private final Endings endings;
    private final FoundStatus statuses;
    private final Setbacks setbacks;

    IllustrationWork(
            IllustrationRepository illustrations,
            Drafting drafting,
            Drawing drawing,
            ImageStore images,
            PicturePost posts,
            StatusBoard board,
            StatusPosts statusPosts,
            Endings endings,
            Capture capture,
            Running running,
            Platforms platforms,
            InstantSource clock) {
        this.illustrations = illustrations;
        this.drafting = drafting;
        this.drawing = drawing;
        this.images = images;
        this.posts = posts;
        this.board = board;
        this.capture = capture;
        this.running = running;
        this.platforms = platforms;
        this.clock = clock;
        this.endings = endings;
        this.statuses = new FoundStatus(board, statusPosts, clock.instant());
        this.setbacks = new Setbacks(illustrations, board, clock);
    }

    @Override
    public Optional<Duration> turn(UserRef requester) throws InterruptedException {
        Optional<Illustration> next = illustrations.next(requester);
        return next.isEmpty() ? Optional.empty() : Optional.of(live(next.get()));
    }

    /** @return how long to rest before the requester's next turn */
    private Duration live(Illustration start) throws InterruptedException {
        Illustration current = start;
        Step step = Step.ON;
        try {
            while (true) {
                current = statuses.with(current);
                step = switch (current.state()) {
                    case ACCEPTED -> isHindered(current) ? Step.ON : compose(current);
                    case COMPOSED -> isHindered(current) ? Step.ON : begin(current);
                    case GENERATING -> generate(current);
                    case POSTING -> post(current, step.ready());
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
            return setbacks.restAfter(current == null ? start : current, e);
        } catch (RuntimeException e) {
            return setbacks.restAfterFault(current == null ? start : current, e);
        }
    }

    /** What became impossible to show while it waited is not drawn for nothing. */
    private boolean isHindered(Illustration i) {
        Optional<String> hindrance = platforms.postingHindrance(i.place());
        hindrance.ifPresent(why -> on(i, i.change().state(State.FAILED).ending(why)));
        return hindrance.isPresent();
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
            return setbacks.failed(i, e);
        }
    }

    /** Whether it was begun is for whoever looks on: a process that dies here draws it again either way. */
    private Step begin(Illustration i) throws InterruptedException, ChatException {
        Illustration begun = i.change()
                .state(State.GENERATING)
                .backend(drawing.likely(i, composed(i)))
                .at(clock.instant());
        illustrations.note(i.state(), begun);
        return generate(begun);
    }

    private Step generate(Illustration i) throws InterruptedException, ChatException {
        Composition composition = composed(i);
        running.begin(i.id());
        Drawn drawn;
        try {
            // an end from before this thread was listed has interrupted nobody
            if (hasEnded(i)) {
                return Step.ON;
            }
            boolean spoiler = drafting.settingsOf(i.place()).spoiler();
            boolean perhapsBegun = i.failures() > 0 || statuses.wasBefore(i);
            drawn = drawing.draw(i, composition, perhapsBegun, new ShownProgress(board, running, i, spoiler));
        } catch (BackendException e) {
            return setbacks.failed(i, e);
        } catch (RuntimeException e) {
            return setbacks.failed(
                    i, new BackendException("The image server could not be asked.", e.toString(), true, e));
        } catch (InterruptedException e) {
            if (hasEnded(i)) {
                return Step.ON;
            }
            throw e;
        } finally {
            running.end(i.id());
        }
        Illustration.Change change = i.change().backend(drawn.backend());
        if (drawn.outcome() instanceof GenerationOutcome.Generated generated) {
            Picture picture = generated.picture();
            Illustration done = change.state(State.POSTING)
                    .picture(ImageHash.of(picture.bytes()))
                    .notes(generated.notes())
                    .at(clock.instant());
            return store(i.state(), done, new StoredImage(picture.bytes(), picture.mediaType()));
        }
        GenerationOutcome.Refused refused = (GenerationOutcome.Refused) drawn.outcome();
        Illustration end = change.state(State.REFUSED).ending(refused.reason()).at(clock.instant());
        return illustrations.replace(i.state(), end) ? Step.ON : endedBefore();
    }

    /** The post is made ready while the disk is waited for. */
    private Step store(State expected, Illustration drawn, StoredImage image) throws ChatException {
        CompletableFuture<Boolean> storing = illustrations.replace(expected, drawn, image);
        List<PlannedMessage> ready;
        boolean stored;
        try {
            ready = posts.plan(drawn, composed(drawn), image);
        } finally {
            stored = storing.join();
        }
        return stored ? new Step(drawn, ready) : endedBefore();
    }

    /** An end that came too late to stop the drawing must not stop what follows. */
    private static Step endedBefore() {
        var unused = Thread.interrupted();
        return Step.ON;
    }

    private Step post(Illustration i, @Nullable List<PlannedMessage> ready) throws ChatException {
        if (ready != null) {
            return posted(i, ready);
        }
        ImageHash hash = i.picture();
        StoredImage image = hash == null ? null : images.get(hash).orElse(null);
        if (image == null) {
            return on(i, i.change().state(State.FAILED).ending("The picture was lost from storage. Ask for it again."));
        }
        return posted(i, posts.plan(i, composed(i), image));
    }

    private Step posted(Illustration i, List<PlannedMessage> ready) throws ChatException {
        List<MessageRef> posted = posts.post(i, ready);
        if (i.ask().mode() == Mode.SCENE) {
            noteIllustrated(i);
        }
        Illustration.Change done = i.change().state(State.DONE).posted(posted);
        boolean hasStatus = i.status() != null || board.isFollowed(i.id());
        if (hasStatus) {
            return on(i, done);
        }
        Step step = on(i, done.told());
        endings.forget(i);
        return step;
    }

    private Step tell(Illustration i) throws ChatException {
        if (board.isOnItsWay(i.id()) && clock.instant().isBefore(i.changed().plus(SLOWEST_STATUS))) {
            return new Step(LOOK_AGAIN);
        }
        Illustration shown = statuses.withMessage(i);
        board.stopFollowing(i.id());
        endings.show(shown);
        illustrations.replace(i.state(), i.change().told().at(clock.instant()));
        endings.forget(i);
        return new Step(NEXT);
    }

    /** The next scene begins behind what this picture shows. */
    private void noteIllustrated(Illustration i) {
        capture.change(
                i.place().channel(), state -> state.withIllustratedUpTo(Math.max(state.illustratedUpTo(), i.upTo())));
    }

    private boolean hasEnded(Illustration i) {
        return illustrations.find(i.id()).map(now -> now.state().isFinal()).orElse(true);
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
}

package dev.limner.illustration;

import dev.limner.chat.ChatException;
import dev.limner.image.BackendException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of an illustration when an image server, the chat or Limner itself fails: another try, or a told end. */
final class Setbacks {
    private static final Logger log = LoggerFactory.getLogger(Setbacks.class);

    private final IllustrationRepository illustrations;
    private final StatusBoard board;
    private final InstantSource clock;

    Setbacks(IllustrationRepository illustrations, StatusBoard board, InstantSource clock) {
        this.illustrations = illustrations;
        this.board = board;
        this.clock = clock;
    }

    /** Another try, or the end where none may help. */
    Step failed(Illustration i, BackendException e) {
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
            illustrations.replace(
                    i.state(), change.state(end).ending(e.userText() + tries).at(clock.instant()));
            return Step.ON;
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

    /** Rests for as long as the chat wants; ends what it never takes. */
    Duration restAfter(Illustration i, ChatException e) {
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
        illustrations.replace(i.state(), unshown(i.change(), e).at(clock.instant()));
        return Duration.ZERO;
    }

    /** The end of what the chat does not take; its turn to be told comes next. */
    static Illustration.Change unshown(Illustration.Change change, ChatException e) {
        return change.state(State.FAILED).ending("It could not be shown here: " + e.getMessage() + ".");
    }

    /** A fault of ours is treated as a backend's: tried a few times, then told, so that it holds up nobody else. */
    Duration restAfterFault(Illustration i, RuntimeException e) {
        if (i.state().isFinal()) {
            throw e;
        }
        log.error("illustration {} failed while {}", i.id(), i.state(), e);
        Step step = failed(i, new BackendException("That went wrong on my side.", e.toString(), true, e));
        Duration rest = step.rest();
        return rest == null ? Duration.ZERO : rest;
    }
}

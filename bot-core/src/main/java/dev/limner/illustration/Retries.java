package dev.limner.illustration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When to try again. Pure. */
final class Retries {
    /** A backend that errs is tried so often at most ... */
    private static final int TRIES = 3;
    /** ... within so long. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Within the few minutes for which a platform knows a post again whose answer was lost. */
    private static final Duration LONGEST_CHAT_REST = Duration.ofMinutes(2);

    private Retries() {}

    /**
     * @param asked how long the backend asks to be left alone
     * @return how long to rest before the next try at a backend; empty when it is time to give up
     */
    static Optional<Duration> restAfter(int failures, @Nullable Instant failingSince, Instant now, Duration asked) {
        Duration usual = Duration.ofSeconds(failures == 1 ? 2 : 8);
        Duration rest = asked.compareTo(usual) > 0 ? asked : usual;
        boolean patient = failingSince == null
                || Duration.between(failingSince, now).plus(rest).compareTo(PATIENCE) <= 0;
        return failures < TRIES && patient ? Optional.of(rest) : Optional.empty();
    }

    /** A picture that is drawn waits for its platform as long as that takes, looking ever more seldom. */
    static Duration restForChat(Instant waitingSince, Instant now) {
        Duration half = Duration.between(waitingSince, now).dividedBy(2);
        if (half.compareTo(Duration.ofSeconds(2)) < 0) {
            return Duration.ofSeconds(2);
        }
        return half.compareTo(LONGEST_CHAT_REST) > 0 ? LONGEST_CHAT_REST : half;
    }
}

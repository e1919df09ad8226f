package dev.limner.telegram.inbox;

import java.time.Duration;
import java.time.Instant;

/**
 * How far somebody is with a command that takes several messages.
 *
 * @param update the one that brought it here, by Telegram's number, which grows from one to the next; 0 where it is not
 *     known
 * @param message the message that asked last; 0 where any message may answer
 * @param state of that kind's own making
 * @param asked when
 */
public record Conversation(Kind kind, long update, int message, String state, Instant asked) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** What is waited for. */
    public enum Kind {
        /** The next value of a command. */
        GUIDE,
        /** The picture that a command is about. */
        PICTURE
    }

    /** Whether it took too long. */
    public boolean isOver(Instant now) {
        return asked.plus(PATIENCE).isBefore(now);
    }
}

package dev.limner.discord;

import dev.limner.chat.ChatException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what Discord did not answer; what it refuses is told at once.
 *
 * @param pauses before each further try
 */
record BackOff(List<Duration> pauses) {
    private static final Logger log = LoggerFactory.getLogger(BackOff.class);

    /** Of our own choice, a minute in all: long enough for a hiccup, and short enough for whoever waits at the start. */
    static final BackOff AT_START = seconds(1, 2, 4, 8, 15, 30);

    /** Of our own choice: whoever waits looks on for so long, and few can wait at a time. */
    static final BackOff OF_AN_ANSWER = seconds(1, 2, 4);

    private static BackOff seconds(Integer... pauses) {
        return new BackOff(Stream.of(pauses).map(Duration::ofSeconds).toList());
    }

    BackOff {
        pauses = List.copyOf(pauses);
    }

    /** Blocks. */
    void untilAnswered(Attempt attempt) throws ChatException {
        for (Duration pause : pauses) {
            try {
                attempt.make();
                return;
            } catch (ChatException e) {
                // a thread that is to end tries nothing again
                if (!e.mayRetry() || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                Duration wait = longer(pause, e.retryAfter());
                log.warn("{}. It is tried again in {} s", e.getMessage(), wait.toSeconds());
                sleep(wait, e);
            }
        }
        attempt.make();
    }

    /**
     * Not before Discord allows: what it asks for is {@code retry_after} or {@code Retry-After} of its answer, in seconds
     * (Discord's documentation, "Rate Limits"), and may be more than all pauses together.
     */
    private static Duration longer(Duration pause, Optional<Duration> wanted) {
        return wanted.filter(w -> w.compareTo(pause) > 0).orElse(pause);
    }

    private static void sleep(Duration pause, ChatException failure) throws ChatException {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    interface Attempt {
        void make() throws ChatException;
    }
}

package dev.limner.telegram;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries something until it is done, in a thread of its own, so that nobody waits for a server that is away; between the
 * tries a second at first, in the end a minute.
 */
final class Persistence implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Persistence.class);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final String what;
    private final Attempt attempt;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** One try. */
    interface Attempt {
        /**
         * @param failed how many came before
         * @return whether that was the last
         */
        boolean isLast(int failed);
    }

    /** @param what is tried, for the log */
    Persistence(String what, Attempt attempt) {
        this.what = what;
        this.attempt = attempt;
    }

    /** @param failed how many tries there were already; the first comes at once if none */
    void begin(int failed) {
        Thread thread = new Thread(() -> run(failed), "telegram-" + what);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(int failedBefore) {
        try {
            int failed = failedBefore;
            while (!closing.await(rest(failed).toMillis(), TimeUnit.MILLISECONDS) && !isLast(failed)) {
                failed++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isLast(int failed) {
        try {
            return attempt.isLast(failed);
        } catch (RuntimeException e) {
            log.error("{}: that went wrong, and is tried again", what, e);
            return false;
        }
    }

    private static Duration rest(int failed) {
        Duration rest = failed == 0 ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(failed - 1, 6));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    @Override
    public void close() {
        closing.countDown();
    }
}

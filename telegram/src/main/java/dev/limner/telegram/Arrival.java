package dev.limner.telegram;

import dev.limner.chat.ChatException;
import dev.limner.telegram.event.Bot;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Telegram who the bot is until it answers, in a thread of its own; at first after a second, in the end once a
 * minute. A token that Telegram does not know is said, and ends it.
 */
final class Arrival implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Arrival.class);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final int TELL_EVERY = 10;

    private final Profile profile;
    private final Consumer<Bot> arrived;
    private final Consumer<String> refused;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** @param refused told why Telegram stays off */
    Arrival(Profile profile, Consumer<Bot> arrived, Consumer<String> refused) {
        this.profile = profile;
        this.arrived = arrived;
        this.refused = refused;
    }

    void begin() {
        Thread thread = new Thread(this::run, "telegram-arrival");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            for (int tries = 0; !closing.await(rest(tries).toMillis(), TimeUnit.MILLISECONDS); tries++) {
                if (hasArrived(tries)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasArrived(int tries) {
        try {
            arrived.accept(profile.bot());
            return true;
        } catch (ChatException e) {
            if (!e.mayRetry()) {
                refused.accept(e.getMessage() + ". Telegram stays off until the next start");
                return true;
            }
            if (tries % TELL_EVERY == TELL_EVERY - 1) {
                log.warn("{}. Still trying", e.getMessage());
            }
        } catch (RuntimeException e) {
            log.error("Telegram could not be begun with; trying again", e);
        }
        return false;
    }

    private static Duration rest(int tries) {
        Duration rest = Duration.ofSeconds(1L << Math.min(tries, 6));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    @Override
    public void close() {
        closing.countDown();
    }
}

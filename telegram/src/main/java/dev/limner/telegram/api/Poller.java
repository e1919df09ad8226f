package dev.limner.telegram.api;

import dev.limner.chat.ChatException;
import dev.limner.telegram.inbox.Inbox;
import dev.limner.telegram.inbox.RawUpdate;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for updates for as long as it is not closed. What comes is kept before the next poll acknowledges it; nothing that
 * is in an update, and nothing that goes wrong, ends the polling.
 */
public final class Poller implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Poller.class);
    private static final int BATCH = 100;
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final Polls polls;
    private final Inbox inbox;
    private final Consumer<RawUpdate> handler;
    private final Consumer<String> refused;
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable Long offset;
    private int failures;
    private volatile @Nullable String trouble;

    /**
     * @param handler is given each update once, in their order; what it throws costs that update only
     * @param refused told why, when polling ends for good
     */
    public Poller(Polls polls, Inbox inbox, Consumer<RawUpdate> handler, Consumer<String> refused) {
        this.polls = polls;
        this.inbox = inbox;
        this.handler = handler;
        this.refused = refused;
        this.thread = new Thread(this::run, "telegram-poll");
        this.thread.setDaemon(true);
    }

    /** Takes up what an earlier process kept and did not handle, then polls. */
    public void start() {
        thread.start();
    }

    /** Why nothing is received now; empty while all is well. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void run() {
        boolean caughtUp = false;
        while (!closed) {
            try {
                if (!caughtUp) {
                    inbox.open().forEach(this::handle);
                    caughtUp = true;
                }
                poll();
                if (failures > 0) {
                    log.info("polling Telegram again");
                }
                failures = 0;
                trouble = null;
            } catch (Throwable fault) {
                rest(fault);
            }
        }
    }

    private void poll() throws ChatException, IOException {
        Updates answer = polls.next(offset, BATCH);
        if (!answer.readable()) {
            // one by one, so that what cannot be read costs itself only
            answer = polls.next(offset, 1);
        }
        if (answer.readable()) {
            inbox.keep(answer.updates()).forEach(this::handle);
        } else {
            passOver(answer);
        }
        answer.next().ifPresent(next -> offset = next);
    }

    private static void passOver(Updates answer) throws IOException {
        OptionalLong next = answer.next();
        if (next.isEmpty()) {
            throw new IOException("an answer that is no JSON");
        }
        log.warn("an update that is no JSON was passed over, before update {}", next.getAsLong());
    }

    private void handle(RawUpdate update) {
        try {
            handler.accept(update);
        } catch (Throwable fault) {
            // also an error: the others that came with it are kept, so they are given at no later poll
            log.error("update {} could not be handed on, and is handled after the next start", update.id(), fault);
        }
    }

    private void rest(Throwable fault) {
        if (closed) {
            return;
        }
        if (fault instanceof ChatException e && Faults.isUnknownToken(e)) {
            refused.accept(
                    "TELEGRAM_TOKEN: Telegram knows this token no longer, so it was taken back. Nothing is received from"
                            + " Telegram until the bot is started with the one that @BotFather gives now");
            closed = true;
            return;
        }
        failures++;
        String what = fault.getMessage() + hint(fault);
        trouble = "nothing is received, and it is tried again: " + what;
        Duration rest = Duration.ofSeconds(1L << Math.min(5, failures - 1));
        if (fault instanceof ChatException e) {
            rest = e.retryAfter().orElse(rest);
        }
        if (failures == 1 || failures % 20 == 0) {
            log.warn("polling Telegram: {}", what);
        }
        boolean told = fault instanceof ChatException e && e.retryAfter().isPresent();
        pause(!told && rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest);
    }

    private static String hint(Throwable fault) {
        String message = String.valueOf(fault.getMessage());
        if (message.contains(" 409 ")) {
            return ". Another process polls with this token, or a webhook is set: end that one; limner doctor says whether it is"
                    + " a webhook";
        }
        return message.contains(" 404 ") ? ". Check TELEGRAM_TOKEN" : "";
    }

    private void pause(Duration rest) {
        try {
            Thread.sleep(rest.toMillis());
        } catch (InterruptedException e) {
            if (!closed) {
                log.warn("woken while resting");
            }
        }
    }

    /** To be called before {@link Polls#close}, which ends the poll under way. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    /** Waits until the thread has ended, but not for long. */
    public void join() {
        try {
            thread.join(Duration.ofSeconds(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

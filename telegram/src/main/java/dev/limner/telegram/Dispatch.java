package dev.limner.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.limner.chat.ChannelLanes;
import dev.limner.chat.ChatException;
import dev.limner.telegram.event.UpdateHandler;
import dev.limner.telegram.inbox.Inbox;
import dev.limner.telegram.inbox.RawUpdate;
import dev.limner.telegram.post.Address;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands updates on: those of a chat in their order, those of different chats side by side. One that cannot be handled is
 * set aside when it never can be, and otherwise tried a few times before that, whether its handling throws or what it
 * keeps fails later. One that had begun when the process ended is handled after the next start. Blocks while very many
 * are under way.
 */
final class Dispatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
    private static final int UNDER_WAY = 2000;
    private static final int TRIES = 3;
    private static final long REST_MILLIS = 200;
    private static final long MOVING_SECONDS = 30;

    private final UpdateHandler handler;
    private final Inbox inbox;
    private final ChannelLanes lanes;
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private volatile boolean closed;

    Dispatch(UpdateHandler handler, Inbox inbox, ChannelLanes lanes) {
        this.handler = handler;
        this.inbox = inbox;
        this.lanes = lanes;
    }

    void accept(RawUpdate update) {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            // closing: it stays in the inbox
            Thread.currentThread().interrupt();
            return;
        }
        CompletionStage<Void> done;
        try {
            done = lanes.submit(handler.lane(update), () -> handled(update, 1));
        } catch (Throwable fault) {
            room.release();
            throw fault;
        }
        CompletionStage<Void> settled = done.whenComplete((nothing, fault) -> {
            room.release();
            if (fault != null && !closed) {
                log.warn("update {} stays to be handled after the next start", update.id(), fault);
            }
        });
        if (handler.isMove(update)) {
            await(settled);
        }
    }

    /** A group went on elsewhere, though no update told of it yet. Returns at once. */
    void moved(long from, long to) {
        var unused = lanes.submit(new Address(from, null).group(), () -> handler.moved(from, to))
                .whenComplete((nothing, fault) -> {
                    if (fault != null && !closed) {
                        log.warn("chat {} went on as {}, and not all that was kept could follow yet", from, to, fault);
                    }
                });
    }

    /** On the chat's lane, so a chat waits for its own troubles alone. */
    private CompletionStage<Void> handled(RawUpdate update, int tries) throws InterruptedException {
        for (int attempt = tries; ; attempt++) {
            CompletableFuture<Void> handling = begun(update);
            if (!handling.isCompletedExceptionally()) {
                int made = attempt;
                return handling.thenRun(() -> inbox.handled(update.id()))
                        .exceptionallyCompose(fault -> afterFailure(update, made, fault));
            }
            CompletionStage<Void> end = end(update, attempt, cause(handling));
            if (end != null) {
                return end;
            }
            rest(attempt);
        }
    }

    /** What it throws is a failure like one that comes later. */
    private CompletableFuture<Void> begun(RawUpdate update) {
        try {
            return handler.handle(update).toCompletableFuture();
        } catch (Throwable fault) {
            return CompletableFuture.failedFuture(fault);
        }
    }

    /** It failed when its chat had gone on, so it is tried again behind what came meanwhile. */
    private CompletionStage<Void> afterFailure(RawUpdate update, int attempt, Throwable fault) {
        CompletionStage<Void> end = end(update, attempt, unwrapped(fault));
        return end != null
                ? end
                : lanes.submit(handler.lane(update), () -> {
                    rest(attempt);
                    return handled(update, attempt + 1);
                });
    }

    /** @return null when it is to be tried again; failed when it stays in the inbox */
    private @Nullable CompletionStage<Void> end(RawUpdate update, int attempt, Throwable fault) {
        if (fault instanceof JsonProcessingException) {
            // its message may hold what somebody wrote
            log.warn(
                    "update {} cannot be read and is set aside: {}",
                    update.id(),
                    fault.getClass().getSimpleName());
            inbox.setAside(update.id());
        } else if (fault instanceof ChatException) {
            log.warn("update {} was not answered: {}", update.id(), fault.getMessage());
            inbox.handled(update.id());
        } else if (closed) {
            return CompletableFuture.failedFuture(fault);
        } else if (fault instanceof RejectedExecutionException || attempt < TRIES) {
            // who has no room for it now, has it later
            return null;
        } else {
            log.error(
                    "update {} of chat {} cannot be handled and is set aside: it stays in telegram_update for two days,"
                            + " and is not tried again",
                    update.id(),
                    handler.lane(update).id(),
                    fault);
            inbox.setAside(update.id());
        }
        return CompletableFuture.completedFuture(null);
    }

    private static void rest(int attempt) throws InterruptedException {
        Thread.sleep(REST_MILLIS * Math.min(attempt, TRIES));
    }

    private static Throwable cause(CompletableFuture<Void> failed) {
        try {
            failed.join();
            throw new IllegalStateException("it failed");
        } catch (CompletionException | CancellationException fault) {
            return unwrapped(fault);
        }
    }

    private static Throwable unwrapped(Throwable fault) {
        return fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    }

    private static void await(CompletionStage<Void> stage) {
        try {
            stage.toCompletableFuture().get(MOVING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.warn("a group moved, and not all that was kept could follow yet", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}

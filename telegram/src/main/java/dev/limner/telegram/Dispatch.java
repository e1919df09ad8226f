package dev.limner.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.limner.chat.ChannelLanes;
import dev.limner.chat.ChatException;
import dev.limner.telegram.event.UpdateHandler;
import dev.limner.telegram.inbox.Inbox;
import dev.limner.telegram.inbox.RawUpdate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands updates on: those of a chat in their order, those of different chats side by side. One that cannot be handled is
 * set aside when it never can be, and otherwise tried a few times before that. One that had begun when the process ended
 * is handled after the next start. Blocks while very many are under way.
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
        CompletionStage<Void> done = lanes.submit(handler.lane(update), () -> handled(update));
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

    /** On the chat's lane, so a chat waits for its own troubles alone. */
    private CompletionStage<Void> handled(RawUpdate update) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return handler.handle(update).thenRun(() -> inbox.handled(update.id()));
            } catch (JsonProcessingException e) {
                // its message may hold what somebody wrote
                log.warn(
                        "update {} cannot be read and is set aside: {}",
                        update.id(),
                        e.getClass().getSimpleName());
                inbox.setAside(update.id());
                return CompletableFuture.completedFuture(null);
            } catch (ChatException e) {
                log.warn("update {} was not answered: {}", update.id(), e.getMessage());
                inbox.handled(update.id());
                return CompletableFuture.completedFuture(null);
            } catch (RuntimeException e) {
                if (closed) {
                    throw e;
                }
                if (attempt == TRIES) {
                    log.error(
                            "update {} of chat {} cannot be handled and is set aside: it stays in telegram_update for two"
                                    + " days, and is not tried again",
                            update.id(),
                            handler.lane(update).id(),
                            e);
                    inbox.setAside(update.id());
                    return CompletableFuture.completedFuture(null);
                }
                Thread.sleep(REST_MILLIS * attempt);
            }
        }
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

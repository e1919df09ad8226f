package dev.limner.discord;

import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * Waits for what was asked of Discord. A thread that is to end asks nothing any more: JDA would answer its interruption with
 * an exception that reads like a refusal, and take the interruption away.
 */
final class Completion {
    private Completion() {}

    /** Blocks, also while Discord's limits ask for patience. */
    static <T> T of(RestAction<T> action) throws ChatException, RateLimitedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ChatException(Kind.UNAVAILABLE, "Limner is closing", false, null, null);
        }
        try {
            return action.complete(true);
        } catch (IllegalStateException e) {
            if (String.valueOf(e.getMessage()).contains("interrupted")) {
                Thread.currentThread().interrupt();
                throw new ChatException(Kind.UNAVAILABLE, "Limner is closing", true, null, e);
            }
            throw e;
        }
    }

    /** Blocks until something that was asked for before is done. */
    static <T> T of(CompletableFuture<T> asked) throws ChatException {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChatException(Kind.UNAVAILABLE, "Limner is closing", false, null, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("what was asked for was given up", e);
        }
    }
}

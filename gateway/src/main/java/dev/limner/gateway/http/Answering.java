package dev.limner.gateway.http;

import java.util.concurrent.CompletableFuture;

/**
 * An answer that may take its time.
 *
 * @param reply completes with the answer; exceptionally only by a fault of ours
 */
public record Answering(CompletableFuture<Reply> reply) {

    public static Answering now(Reply reply) {
        return new Answering(CompletableFuture.completedFuture(reply));
    }
}

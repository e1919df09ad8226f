package dev.limner.gateway.desk;

import dev.limner.chat.ChannelRef;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The pictures of one wish, accepted and on their way. */
public final class Job {
    private final List<Waiting> waiting;

    Job(List<Waiting> waiting) {
        this.waiting = List.copyOf(waiting);
    }

    List<Waiting> waiting() {
        return waiting;
    }

    /** The thread that its pictures belong to. */
    ChannelRef request() {
        return waiting.get(0).request().channel();
    }

    /** Ids of the illustrations, in their order. */
    public List<String> illustrations() {
        return waiting.stream().map(Waiting::illustration).toList();
    }

    /** Completes, never exceptionally, when all are drawn or ended otherwise. */
    public CompletableFuture<List<Outcome>> done() {
        return CompletableFuture.allOf(waiting.stream().map(Waiting::outcome).toArray(CompletableFuture<?>[]::new))
                .thenApply(all -> waiting.stream()
                        .flatMap(w -> Stream.of(w.outcome().join()))
                        .toList());
    }
}

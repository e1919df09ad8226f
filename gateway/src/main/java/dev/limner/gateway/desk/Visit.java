package dev.limner.gateway.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request for pictures as its client sees it, from its head to its answer. The client may hang up and an interrupt may
 * mean it at any time, also before it is accepted. Its state is {@link Visits}' to change.
 */
public final class Visit {
    private final Caller caller;
    private volatile @Nullable Job job;
    private volatile @Nullable Instant left;
    private volatile boolean stopped;

    Visit(Caller caller) {
        this.caller = caller;
    }

    Caller caller() {
        return caller;
    }

    /** Null until it is accepted. */
    @Nullable
    Job job() {
        return job;
    }

    void accepted(Job of) {
        job = of;
    }

    /** When its client hung up; null while it waits. */
    @Nullable
    Instant left() {
        return left;
    }

    void left(Instant at) {
        left = at;
    }

    boolean isStopped() {
        return stopped;
    }

    /** An interrupt meant it. */
    void stop() {
        stopped = true;
    }

    /** Whether nobody wants its pictures any more. */
    boolean isOver() {
        return stopped || left != null;
    }

    boolean isFor(Job other) {
        Job own = job;
        return own != null && own.request().equals(other.request());
    }
}

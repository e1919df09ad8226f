package dev.limner.image.a1111;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Remembers what a server is and has loaded, for a while: somebody may load another model at any time. Thread-safe. */
final class KnownServer {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Probe probe;
    private final LongSupplier nanos;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    /** Survives a failure, since a server that is down for a while can still be composed for. */
    private volatile @Nullable ServerState last;

    private record Known(ServerState state, long since) {}

    /** @param nanos a steady clock, such as {@link System#nanoTime()} */
    KnownServer(Probe probe, LongSupplier nanos) {
        this.probe = probe;
        this.nanos = nanos;
    }

    /** As it is now, or was within the last half minute. */
    ServerState current() throws ServerFault, InterruptedException {
        Known before = fresh();
        if (before != null) {
            return before.state();
        }
        asking.lockInterruptibly();
        try {
            Known meanwhile = fresh();
            return meanwhile == null ? ask() : meanwhile.state();
        } finally {
            asking.unlock();
        }
    }

    /** As it is now, or, when that cannot be asked, as it was when last seen. */
    ServerState lastKnown() throws ServerFault, InterruptedException {
        try {
            return current();
        } catch (ServerFault e) {
            ServerState seen = last;
            if (seen == null) {
                throw e;
            }
            return seen;
        }
    }

    /** Something went wrong: another program may answer at the address now. */
    void forget() {
        known = null;
    }

    private @Nullable Known fresh() {
        Known now = known;
        return now != null && nanos.getAsLong() - now.since() < FRESH_NANOS ? now : null;
    }

    private ServerState ask() throws ServerFault, InterruptedException {
        Known old = known;
        ServerState state = probe.run(old == null ? null : old.state().dialect());
        known = new Known(state, nanos.getAsLong());
        last = state;
        return state;
    }
}

package dev.limner.image.comfyui;

import dev.limner.image.wire.WireFault;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Remembers what a server has, for a while: its list of nodes is long, and seldom changes. Thread-safe. */
final class KnownServer {
    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final ComfyApi api;
    private final ComfySettings settings;
    private final LongSupplier nanos;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile @Nullable Server last;

    private record Known(Server server, long since) {}

    KnownServer(ComfyApi api, ComfySettings settings, LongSupplier nanos) {
        this.api = api;
        this.settings = settings;
        this.nanos = nanos;
    }

    /** As it is now, or was lately. */
    Server current() throws WireFault, InterruptedException {
        Server before = fresh();
        if (before != null) {
            return before;
        }
        asking.lockInterruptibly();
        try {
            Server meanwhile = fresh();
            return meanwhile == null ? ask() : meanwhile;
        } finally {
            asking.unlock();
        }
    }

    /** As it is now, or, when it cannot be asked, as it was when last seen: it can still be composed for. */
    Server lastKnown() throws WireFault, InterruptedException {
        try {
            return current();
        } catch (WireFault e) {
            Server seen = last;
            if (seen == null) {
                throw e;
            }
            return seen;
        }
    }

    /** Something was not as it should be: it is asked anew. */
    void forget() {
        known = null;
    }

    private Server ask() throws WireFault, InterruptedException {
        Server server = Server.ask(api, settings);
        known = new Known(server, nanos.getAsLong());
        last = server;
        return server;
    }

    private @Nullable Server fresh() {
        Known now = known;
        return now != null && nanos.getAsLong() - now.since() < FRESH_NANOS ? now.server() : null;
    }
}

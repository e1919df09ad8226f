package dev.limner.image.wire;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a server told of itself, for a while: somebody may change it at any time. Thread-safe. */
public final class Remembered<T, F extends Exception> {
    private final Asking<T, F> asking;
    private final long fresh;
    private final LongSupplier nanos;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable Told<T> told;
    private volatile @Nullable T seen;

    /**
     * @param fresh how long it is not asked again
     * @param nanos a steady clock, such as {@link System#nanoTime()}
     */
    public Remembered(Duration fresh, LongSupplier nanos, Asking<T, F> asking) {
        this.asking = asking;
        this.fresh = fresh.toNanos();
        this.nanos = nanos;
    }

    /** Asks the server. */
    public interface Asking<T, F extends Exception> {
        /** @param before what it told before, however long ago; null for nothing, or what is to be forgotten */
        T ask(@Nullable T before) throws F, InterruptedException;
    }

    private record Told<T>(T what, long since) {}

    /** As it is now, or was lately. */
    public T current() throws F, InterruptedException {
        Told<T> before = fresh();
        if (before != null) {
            return before.what();
        }
        oneAtATime.lockInterruptibly();
        try {
            Told<T> meanwhile = fresh();
            return meanwhile == null ? ask() : meanwhile.what();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** As it is now, or, when it cannot be asked, as it was last seen: it can still be composed for. */
    public T lastKnown() throws F, InterruptedException {
        T before = seen;
        if (before == null) {
            return current();
        }
        try {
            return current();
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception unreachable) {
            return before;
        }
    }

    /** Something was not as it should be, so that it is asked anew. */
    public void forget() {
        told = null;
    }

    private T ask() throws F, InterruptedException {
        Told<T> before = told;
        T what = asking.ask(before == null ? null : before.what());
        told = new Told<>(what, nanos.getAsLong());
        seen = what;
        return what;
    }

    private @Nullable Told<T> fresh() {
        Told<T> now = told;
        return now != null && nanos.getAsLong() - now.since() < fresh ? now : null;
    }
}

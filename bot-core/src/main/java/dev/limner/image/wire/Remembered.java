package dev.limner.image.wire;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a server told of itself, for a while: somebody may change it at any time. Thread-safe. */
public final class Remembered<T, F extends Exception> {
    /** So long nobody is kept waiting by a server that did not answer, for what it told before. */
    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Asking<T, F> asking;
    private final long fresh;
    private final LongSupplier nanos;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable Told<T> told;
    private volatile @Nullable T seen;
    /** When it did not answer, since it last did. */
    private volatile @Nullable Long silentSince;

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
        return told(null);
    }

    /**
     * As it is now, or, when it cannot be asked, as it was last seen: it can still be composed for. One that does not answer
     * is not asked again at once, since each asking may take its whole time limit.
     */
    public T lastKnown() throws F, InterruptedException {
        T before = seen;
        if (before == null) {
            return current();
        }
        try {
            return told(before);
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

    /** @param whileSilent what will do while it does not answer; null when it is to be asked nevertheless */
    private T told(@Nullable T whileSilent) throws F, InterruptedException {
        Told<T> before = fresh();
        if (before != null) {
            return before.what();
        }
        if (whileSilent != null && isSilent()) {
            return whileSilent;
        }
        oneAtATime.lockInterruptibly();
        try {
            Told<T> meanwhile = fresh();
            if (meanwhile != null) {
                return meanwhile.what();
            }
            return whileSilent != null && isSilent() ? whileSilent : ask();
        } finally {
            oneAtATime.unlock();
        }
    }

    private boolean isSilent() {
        Long since = silentSince;
        return since != null && nanos.getAsLong() - since < REST_NANOS;
    }

    private T ask() throws F, InterruptedException {
        Told<T> before = told;
        boolean answered = false;
        try {
            T what = asking.ask(before == null ? null : before.what());
            answered = true;
            told = new Told<>(what, nanos.getAsLong());
            seen = what;
            return what;
        } finally {
            silentSince = answered ? null : Long.valueOf(nanos.getAsLong());
        }
    }

    private @Nullable Told<T> fresh() {
        Told<T> now = told;
        return now != null && nanos.getAsLong() - now.since() < fresh ? now : null;
    }
}

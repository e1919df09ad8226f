package dev.limner.image.wire;

import dev.limner.image.ProgressListener;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;

/** Follows work to its end: progress told, time limit kept, the work stopped when nobody waits any more. */
public final class Follow {
    /** Answers that say nothing of the work, so that asking goes on. */
    private static final Set<Fault> PASSING =
            Set.of(Fault.UNREACHABLE, Fault.DOWN, Fault.BUSY, Fault.SERVER_ERROR, Fault.GARBLED);

    /** So long may a service be away before whoever waits is told; the work is found again later. */
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(30);

    private final Duration interval;
    private final Duration limit;
    private final Duration absence;
    private final LongSupplier nanos;

    /**
     * @param interval how often to ask
     * @param limit how long the work may show no progress
     * @param nanos a steady clock, such as {@link System#nanoTime()}
     */
    public Follow(Duration interval, Duration limit, LongSupplier nanos) {
        this.interval = interval;
        this.limit = limit;
        this.absence = limit.compareTo(LONGEST_ABSENCE) < 0 ? limit : LONGEST_ABSENCE;
        this.nanos = nanos;
    }

    /**
     * @throws WireFault {@link Fault#LOST_SIGHT} when the service cannot be asked: following once more finds the work
     *     again
     */
    public <T> T toEnd(Work<T> work, ProgressListener listener) throws WireFault, InterruptedException {
        try {
            return follow(work, listener);
        } catch (InterruptedException e) {
            work.stop();
            throw e;
        }
    }

    private <T> T follow(Work<T> work, ProgressListener listener) throws WireFault, InterruptedException {
        long seen = nanos.getAsLong();
        long moved = seen;
        String sign = "";
        double told = 0;
        while (true) {
            try {
                Work.Look<T> look = work.look();
                T result = look.result();
                if (result != null) {
                    return result;
                }
                seen = nanos.getAsLong();
                moved = look.sign().equals(sign) ? moved : seen;
                sign = look.sign();
                told = tell(listener, told, look.fraction());
                // only of work that was seen can be said that it stands still
                if (seen - moved > limit.toNanos()) {
                    work.stop();
                    throw new WireFault(Fault.STALLED, "no progress for " + limit.toSeconds() + " s (IMAGE_TIMEOUT)");
                }
            } catch (WireFault e) {
                if (!PASSING.contains(e.fault())) {
                    throw e;
                }
                if (nanos.getAsLong() - seen > absence.toNanos()) {
                    throw e.as(Fault.LOST_SIGHT);
                }
            }
            Thread.sleep(interval.toMillis());
        }
    }

    private static double tell(ProgressListener listener, double told, double fraction) {
        if (fraction > told && fraction <= 1) {
            listener.onProgress(fraction);
            return fraction;
        }
        return told;
    }
}

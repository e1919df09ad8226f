package dev.limner.image.comfyui;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Ends when nothing changed for too long. Used by one thread. */
final class Patience {
    private final long limit;
    private final LongSupplier nanos;
    private String sign = "";
    private long since;

    Patience(Duration limit, LongSupplier nanos) {
        this.limit = limit.toNanos();
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /** @param now changes as long as the server gets on */
    boolean isOver(String now) {
        long time = nanos.getAsLong();
        if (!now.equals(sign)) {
            sign = now;
            since = time;
        }
        return time - since > limit;
    }
}

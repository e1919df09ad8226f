package dev.limner.storage;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The time by which lanes stand in line, in milliseconds as they are stored. It follows its source, but never falls
 * behind an instant that it gave out as the end of the line.
 */
final class LaneClock implements Clock {
    private final InstantSource source;
    private final AtomicLong latest = new AtomicLong(Long.MIN_VALUE);

    LaneClock(InstantSource source) {
        this.source = source;
    }

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(Math.max(source.millis(), latest.get()));
    }

    /** Later than every instant given before, so that who comes back stands behind all who came. */
    Instant endOfLine() {
        return Instant.ofEpochMilli(latest.updateAndGet(last -> Math.max(source.millis(), last) + 1));
    }
}

package dev.limner.illustration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What comes next in the life of an illustration.
 *
 * @param rest how long the lane rests; null to go on at once
 * @param now how it goes on; null to look, since somebody else may have changed it, as by cancelling
 */
record Step(@Nullable Duration rest, @Nullable Illustration now) {
    static final Step ON = new Step(null, null);

    Step(Duration rest) {
        this(rest, null);
    }

    Step(Illustration now) {
        this(null, now);
    }
}

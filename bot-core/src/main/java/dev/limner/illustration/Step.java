package dev.limner.illustration;

import dev.limner.chat.PlannedMessage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes next in the life of an illustration.
 *
 * @param rest how long the lane rests; null to go on at once
 * @param now how it goes on; null to look, since somebody else may have changed it, as by cancelling
 * @param ready what is to be posted, where it was made ready already
 */
record Step(
        @Nullable Duration rest,
        @Nullable Illustration now,
        @Nullable List<PlannedMessage> ready) {
    static final Step ON = new Step(null, null, null);

    Step(Duration rest) {
        this(rest, null, null);
    }

    Step(Illustration now) {
        this(null, now, null);
    }

    Step(Illustration now, List<PlannedMessage> ready) {
        this(null, now, ready);
    }
}

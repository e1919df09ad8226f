package dev.limner.image.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final AtomicLong now = new AtomicLong();
    private final Patience patience = new Patience(LIMIT, now::get);

    @Test
    void each_sign_gives_the_whole_time_limit_anew() {
        for (int i = 0; i < 20; i++) {
            now.addAndGet(LIMIT.toNanos());
            assertThat(patience.isOver("step " + i)).isFalse();
        }
    }

    @Test
    void it_ends_when_nothing_changed_for_longer_than_the_limit() {
        assertThat(patience.isOver("step 1")).isFalse();
        now.addAndGet(LIMIT.toNanos());
        assertThat(patience.isOver("step 1")).isFalse();
        now.incrementAndGet();
        assertThat(patience.isOver("step 1")).isTrue();
    }
}

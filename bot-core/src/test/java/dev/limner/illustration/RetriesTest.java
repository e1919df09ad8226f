package dev.limner.illustration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final Instant START = Instant.ofEpochSecond(1_000);

    @Test
    void a_backend_is_tried_three_times() {
        assertThat(Retries.restAfter(1, START, START, Duration.ZERO)).isPresent();
        assertThat(Retries.restAfter(2, START, START.plusSeconds(5), Duration.ZERO))
                .isPresent();
        assertThat(Retries.restAfter(3, START, START.plusSeconds(15), Duration.ZERO))
                .isEmpty();
    }

    @Test
    void patience_ends_after_a_minute() {
        assertThat(Retries.restAfter(2, START, START.plusSeconds(55), Duration.ZERO))
                .isEmpty();
    }

    @Test
    void a_backend_that_asks_to_be_left_alone_is_left_alone_within_the_same_patience() {
        assertThat(Retries.restAfter(1, START, START, Duration.ofSeconds(20))).contains(Duration.ofSeconds(20));
        assertThat(Retries.restAfter(1, START, START, Duration.ofMillis(5))).contains(Duration.ofSeconds(2));
        assertThat(Retries.restAfter(1, START, START, Duration.ofSeconds(61))).isEmpty();
    }

    @Test
    void a_platform_is_looked_at_ever_more_seldom_but_at_least_every_five_minutes() {
        assertThat(Retries.restForChat(START, START)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Retries.restForChat(START, START.plusSeconds(60))).isEqualTo(Duration.ofSeconds(30));
        assertThat(Retries.restForChat(START, START.plus(Duration.ofDays(1)))).isEqualTo(Duration.ofMinutes(2));
    }
}

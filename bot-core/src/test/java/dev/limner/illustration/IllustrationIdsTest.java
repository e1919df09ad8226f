package dev.limner.illustration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IllustrationIdsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final IllustrationIds ids = new IllustrationIds(new Random(7));

    @Test
    void ids_of_one_millisecond_sort_in_the_order_in_which_they_were_made() {
        List<String> made = Stream.generate(() -> ids.next(NOW)).limit(1000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void ids_go_on_growing_when_the_clock_steps_back() {
        String before = ids.next(NOW);

        assertThat(ids.next(NOW.minusSeconds(60))).isGreaterThan(before).hasSize(16);
    }
}

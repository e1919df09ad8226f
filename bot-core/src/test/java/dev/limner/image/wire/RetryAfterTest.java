package dev.limner.image.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final String NOW = "Sun, 29 Nov 2026 16:00:00 GMT";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M",
                "0.5 | PT0.5S",
                "999999999 | PT24H",
                "Sun, 29 Nov 2026 16:00:30 GMT | PT30S",
                "Wed, 29 Nov 2028 16:00:00 GMT | PT24H",
                "Sun, 29 Nov 2026 15:00:00 GMT |",
                "-5 |",
                "soon |",
            })
    void seconds_and_dates_are_read_by_the_clock_of_the_server(String value, @Nullable Duration rest) {
        assertThat(RetryAfter.of(Headers.of("Date", NOW, "Retry-After", value)).orElse(null))
                .isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = "Sun, 29 Nov 2026 16:00:30 GMT")
    void a_date_without_the_clock_of_the_server_says_nothing(String value) {
        assertThat(RetryAfter.of(Headers.of("Retry-After", value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource("1500, 9")
    void milliseconds_say_it_more_exactly(String millis, String seconds) {
        assertThat(RetryAfter.of(Headers.of("Retry-After", seconds, "retry-after-ms", millis)))
                .contains(Duration.ofMillis(1500));
    }
}

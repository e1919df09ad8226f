package dev.limner.image.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code retry-after-ms} and {@code retry-after}, in seconds or as a date. A date counts from the {@code Date} that
 * the server itself gives, since clocks differ; without one it says nothing.
 */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    static Optional<Duration> of(Headers headers) {
        return number(headers.get("retry-after-ms"), 0.001)
                .or(() -> number(headers.get("retry-after"), 1))
                .or(() -> until(headers.getInstant("retry-after"), headers.getInstant("date")));
    }

    private static Optional<Duration> number(@Nullable String value, double unit) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            double seconds = Double.parseDouble(value.strip()) * unit;
            return seconds >= 0
                    ? Optional.of(Duration.ofMillis(Math.round(Math.min(seconds, LONGEST.toSeconds()) * 1000)))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> until(@Nullable Instant then, @Nullable Instant now) {
        if (then == null || now == null || then.isBefore(now)) {
            return Optional.empty();
        }
        Duration rest = Duration.between(now, then);
        return Optional.of(rest.compareTo(LONGEST) < 0 ? rest : LONGEST);
    }
}

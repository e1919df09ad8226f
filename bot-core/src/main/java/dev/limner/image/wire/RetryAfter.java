package dev.limner.image.wire;

import java.time.Duration;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads {@code retry-after-ms} and {@code retry-after}, in seconds; dates are not read, since clocks differ. */
final class RetryAfter {
    private static final double LONGEST_SECONDS = 86_400;

    private RetryAfter() {}

    static Optional<Duration> of(Headers headers) {
        Optional<Duration> exact = parse(headers.get("retry-after-ms"), 0.001);
        return exact.isPresent() ? exact : parse(headers.get("retry-after"), 1);
    }

    private static Optional<Duration> parse(@Nullable String value, double unit) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            double seconds = Double.parseDouble(value.strip()) * unit;
            return seconds >= 0
                    ? Optional.of(Duration.ofMillis(Math.round(Math.min(seconds, LONGEST_SECONDS) * 1000)))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

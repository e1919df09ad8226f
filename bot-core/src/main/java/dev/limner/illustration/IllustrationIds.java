package dev.limner.illustration;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes ids of 16 characters of {@code [0-9a-z]}: milliseconds since 1970 in base 36 (9 characters last beyond the year
 * 5000), then 7 random ones. They sort in the order in which they were made, since a millisecond is used once only, and
 * fit a button's id on every platform. Thread-safe.
 */
final class IllustrationIds {
    private static final int TIME_LENGTH = 9;
    private static final int RANDOM_LENGTH = 7;

    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    IllustrationIds(RandomGenerator random) {
        this.random = random;
    }

    String next(Instant now) {
        StringBuilder id = new StringBuilder(
                Long.toString(last.updateAndGet(before -> Math.max(before + 1, now.toEpochMilli())), 36));
        while (id.length() < TIME_LENGTH) {
            id.insert(0, '0');
        }
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            id.append(Character.forDigit(random.nextInt(36), 36));
        }
        return id.toString();
    }
}

package dev.limner.avatar;

import java.time.Duration;

/**
 * What is taken of uploaded images.
 *
 * @param bytes most in a file
 * @param pixels most in a file, width times height
 * @param leastSide pixels
 * @param longestSide to which images are made smaller, pixels
 * @param atOnce how many are decoded at the same time; each may take about 90 MB
 * @param patience how long an upload waits for its turn
 */
public record IntakeLimits(int bytes, long pixels, int leastSide, int longestSide, int atOnce, Duration patience) {
    /** Fits a heap of 256 MB. */
    public static final IntakeLimits DEFAULT =
            new IntakeLimits(20_000_000, 40_000_000, 64, 1024, 2, Duration.ofSeconds(60));

    public IntakeLimits {
        if (bytes < 1 || pixels < 1 || leastSide < 1 || longestSide < leastSide || atOnce < 1) {
            throw new IllegalArgumentException("limits of image intake must be positive, and leave something to take");
        }
    }

    public IntakeLimits withBytes(int most) {
        return new IntakeLimits(most, pixels, leastSide, longestSide, atOnce, patience);
    }
}

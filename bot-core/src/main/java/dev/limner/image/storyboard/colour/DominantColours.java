package dev.limner.image.storyboard.colour;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The colours that a picture is made of: k-means in Oklab over a grid of samples. It starts from the most vivid colour
 * and evenly spaced quantiles of lightness, so that a small red sun is not lost in a grey sky, and the same picture
 * always gives the same colours.
 */
public final class DominantColours {
    private static final int GRID = 64;
    private static final int CLUSTERS = 5;
    private static final int ROUNDS = 12;
    /** A share of the picture that is too small to count. */
    private static final double SPECK = 0.0025;
    /** A distance at which two colours still belong together. */
    private static final double ALIKE = 0.1;
    /** How much more tint counts than lightness: a picture has all shades of each of its few tints. */
    private static final double TINT = 2.5;

    private DominantColours() {}

    /** Five colours, darkest first. */
    public static List<Oklch> of(BufferedImage picture) {
        List<Oklch> samples = samples(picture);
        List<Oklch> centres = start(samples);
        for (int round = 0; round < ROUNDS; round++) {
            centres = means(samples, centres);
        }
        centres.sort(Comparator.comparingDouble(Oklch::lightness));
        return List.copyOf(centres);
    }

    /** The most vivid colour that is no speck, and the quantiles of what differs from it. */
    private static List<Oklch> start(List<Oklch> samples) {
        Oklch vivid = samples.stream()
                .sorted(Comparator.comparingDouble(Oklch::chroma))
                .skip((long) (samples.size() * (1 - SPECK)))
                .findFirst()
                .orElseThrow();
        List<Oklch> others = samples.stream()
                .filter(s -> squaredDistance(s, vivid) > ALIKE * ALIKE)
                .toList();
        List<Oklch> rest = others.isEmpty() ? samples : others;
        List<Oklch> centres = new ArrayList<>(List.of(vivid));
        int quantiles = CLUSTERS - 1;
        for (int i = 0; i < quantiles; i++) {
            centres.add(rest.get((2 * i + 1) * rest.size() / (2 * quantiles)));
        }
        return centres;
    }

    private static List<Oklch> samples(BufferedImage picture) {
        List<Oklch> samples = new ArrayList<>();
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                int x = (2 * column + 1) * picture.getWidth() / (2 * GRID);
                int y = (2 * row + 1) * picture.getHeight() / (2 * GRID);
                samples.add(Oklch.ofRgb(picture.getRGB(x, y)));
            }
        }
        samples.sort(Comparator.comparingDouble(Oklch::lightness));
        return samples;
    }

    private static List<Oklch> means(List<Oklch> samples, List<Oklch> centres) {
        double[][] sums = new double[centres.size()][4];
        for (Oklch sample : samples) {
            double[] sum = sums[nearest(sample, centres)];
            sum[0] += sample.lightness();
            sum[1] += sample.a();
            sum[2] += sample.b();
            sum[3]++;
        }
        List<Oklch> means = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            double[] sum = sums[i];
            boolean empty = sum[3] == 0;
            means.add(empty ? centres.get(i) : Oklch.ofLab(sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]));
        }
        return means;
    }

    private static int nearest(Oklch sample, List<Oklch> centres) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < centres.size(); i++) {
            double distance = squaredDistance(sample, centres.get(i));
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static double squaredDistance(Oklch one, Oklch other) {
        double l = one.lightness() - other.lightness();
        double a = TINT * (one.a() - other.a());
        double b = TINT * (one.b() - other.b());
        return l * l + a * a + b * b;
    }
}

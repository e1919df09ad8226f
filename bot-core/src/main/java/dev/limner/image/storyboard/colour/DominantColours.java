package dev.limner.image.storyboard.colour;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The colours that a picture is made of: k-means in Oklab over a grid of samples. It starts from evenly spaced quantiles
 * of lightness, so that the same picture always gives the same colours.
 */
public final class DominantColours {
    private static final int GRID = 64;
    private static final int CLUSTERS = 5;
    private static final int ROUNDS = 12;

    private DominantColours() {}

    /** Five colours, darkest first. */
    public static List<Oklch> of(BufferedImage picture) {
        List<Oklch> samples = samples(picture);
        List<Oklch> centres = new ArrayList<>();
        for (int i = 0; i < CLUSTERS; i++) {
            centres.add(samples.get((2 * i + 1) * samples.size() / (2 * CLUSTERS)));
        }
        for (int round = 0; round < ROUNDS; round++) {
            centres = means(samples, centres);
        }
        centres.sort(Comparator.comparingDouble(Oklch::lightness));
        return List.copyOf(centres);
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
            Oklch centre = centres.get(i);
            double l = sample.lightness() - centre.lightness();
            double a = sample.a() - centre.a();
            double b = sample.b() - centre.b();
            double distance = l * l + a * a + b * b;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}

package dev.limner.image.storyboard;

import dev.limner.image.storyboard.colour.Oklch;
import dev.limner.image.storyboard.colour.Palette;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A landscape of ridges in haze, in the palette's colours; every seed has its own. */
final class Backdrop {
    private static final int RIDGES = 5;

    private final Rectangle2D window;
    private final List<Oklch> swatches;
    private final Optional<Oklch> lone;
    private final SplittableRandom random;

    Backdrop(Rectangle2D window, Palette palette, long seed) {
        this.window = window;
        this.swatches = palette.scenery();
        this.lone = palette.lone();
        this.random = new SplittableRandom(seed ^ 0x5DEECE66DL);
    }

    void paint(Graphics2D g) {
        Oklch light = swatches.get(swatches.size() - 1);
        Oklch high = swatches.get(swatches.size() / 2).mixedWith(light, 0.35);
        g.setPaint(vertical(window.getY(), high, window.getY() + window.getHeight() * 0.62, light));
        g.fill(window);
        disc(g, light);
        double nearest = random.nextDouble(0.80, 0.88);
        double farthest = random.nextDouble(0.36, 0.46);
        for (int i = 0; i < RIDGES; i++) {
            double depth = i / (RIDGES - 1.0);
            Oklch colour = along(0.72 - 0.70 * depth).mixedWith(light, 0.30 * (1 - depth));
            ridge(g, farthest + (nearest - farthest) * Math.pow(depth, 0.9), 0.17 - 0.06 * depth, colour, light, depth);
        }
    }

    private void disc(Graphics2D g, Oklch light) {
        double radius = Math.min(window.getWidth(), window.getHeight()) * random.nextDouble(0.07, 0.12);
        double x = window.getX() + window.getWidth() * random.nextDouble(0.58, 0.86);
        double y = window.getY() + window.getHeight() * random.nextDouble(0.20, 0.32);
        Oklch body = lone.orElseGet(() -> shining(light));
        Color core = colour(body, 255);
        float reach = (float) (radius * 3.2);
        g.setPaint(new RadialGradientPaint(
                new Point2D.Double(x, y), reach, new float[] {0.25f, 1}, new Color[] {colour(body, 110), colour(body, 0)
                }));
        g.fill(window);
        g.setPaint(core);
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static Oklch shining(Oklch light) {
        double lightness = Math.max(0.80, Math.min(0.97, light.lightness() + 0.09));
        return light.withLightness(lightness).withChroma(light.chroma() * 0.6);
    }

    private void ridge(Graphics2D g, double height, double rise, Oklch colour, Oklch haze, double depth) {
        double base = window.getY() + window.getHeight() * height;
        double[] line = heights(rise * window.getHeight() * 1.15, 0.56 - 0.08 * depth);
        Path2D shape = new Path2D.Double();
        shape.moveTo(window.getX(), window.getMaxY());
        for (int i = 0; i < line.length; i++) {
            shape.lineTo(window.getX() + window.getWidth() * i / (line.length - 1), base - line[i]);
        }
        shape.lineTo(window.getMaxX(), window.getMaxY());
        shape.closePath();
        Oklch foot = colour.mixedWith(haze, 0.62 * (1 - depth));
        g.setPaint(vertical(base - rise * window.getHeight(), colour, base + window.getHeight() * 0.16, foot));
        g.fill(shape);
        if (depth == 1) {
            trees(g, base, line);
        }
    }

    /** Firs along the nearest ridge, in loose groups, in the ridge's own colour. */
    private void trees(Graphics2D g, double base, double[] line) {
        double scale = Math.min(window.getHeight(), window.getWidth()) * 0.055;
        for (int group = 0; group < 7; group++) {
            double middle = random.nextDouble();
            for (int i = random.nextInt(3, 9); i > 0; i--) {
                double at = Math.max(0, Math.min(1, middle + random.nextDouble(-0.05, 0.05)));
                double foot = base - line[(int) Math.round(at * (line.length - 1))] + scale * 0.1;
                g.fill(fir(window.getX() + at * window.getWidth(), foot, scale * random.nextDouble(0.45, 1)));
            }
        }
    }

    private static Path2D fir(double x, double foot, double height) {
        int tiers = 5;
        Path2D fir = new Path2D.Double();
        fir.moveTo(x, foot - height);
        for (int side = 1; side >= -1; side -= 2) {
            for (int i = 1; i <= tiers; i++) {
                int tier = side > 0 ? i : tiers + 1 - i;
                double reach = height * 0.19 * tier / tiers;
                double y = foot - height * (1 - 0.92 * tier / tiers);
                fir.lineTo(x + side * (side > 0 ? reach : reach * 0.55), side > 0 ? y : y - height * 0.03);
                fir.lineTo(x + side * (side > 0 ? reach * 0.55 : reach), side > 0 ? y - height * 0.03 : y);
            }
        }
        fir.closePath();
        return fir;
    }

    /** Midpoint displacement: each round halves the distance and shrinks the step. */
    private double[] heights(double rise, double roughness) {
        int points = 257;
        double[] line = new double[points];
        line[0] = random.nextDouble(-0.4, 1) * rise;
        line[points - 1] = random.nextDouble(-0.4, 1) * rise;
        double step = rise;
        for (int span = points - 1; span > 1; span /= 2) {
            for (int i = span / 2; i < points; i += span) {
                line[i] = (line[i - span / 2] + line[i + span / 2]) / 2 + random.nextDouble(-1, 1) * step;
            }
            step *= roughness;
        }
        return line;
    }

    /** The swatches as one scale, 0 the darkest. */
    private Oklch along(double position) {
        double at = Math.max(0, Math.min(1, position)) * (swatches.size() - 1);
        int below = Math.min(swatches.size() - 2, (int) at);
        return swatches.get(below).mixedWith(swatches.get(below + 1), at - below);
    }

    private static GradientPaint vertical(double from, Oklch top, double to, Oklch bottom) {
        return new GradientPaint(0, (float) from, colour(top, 255), 0, (float) to, colour(bottom, 255));
    }

    private static Color colour(Oklch colour, int alpha) {
        return new Color(colour.rgb() & 0xFFFFFF | alpha << 24, true);
    }
}

package dev.limner.webchat.sample;

import static dev.limner.webchat.sample.Easel.SIZE;

import java.util.Random;

/** Mountains in mist, a pine and a boat, in ink on warm paper with one red seal. */
final class InkLandscape {
    private static final int INK = 0x2a3346;
    private static final int PAPER = 0xefe8da;
    private static final int VERMILION = 0xffc2402b;

    private final Easel easel = new Easel();
    private final Random random = new Random(11);

    private InkLandscape() {}

    static Easel draw() {
        InkLandscape landscape = new InkLandscape();
        landscape.paper();
        landscape.ridge(1, 210, 110, 150, 0.24);
        landscape.ridge(2, 290, 150, 170, 0.36);
        landscape.ridge(3, 385, 120, 130, 0.52);
        landscape.ridge(4, 455, 60, 80, 0.70);
        landscape.shore();
        landscape.pine();
        landscape.boat();
        landscape.seal();
        landscape.grain();
        return landscape.easel;
    }

    private void paper() {
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                easel.tint(x, y, PAPER, 1);
                double cloud = layered(90, x / 210.0, y / 130.0);
                easel.tint(x, y, 0x8d98a8, Math.max(0, cloud - 0.42) * 0.7 * (1 - y / 500.0 > 0 ? 1 - y / 500.0 : 0));
            }
        }
    }

    /** A range that is darkest at its crest and dissolves within {@code depth} pixels below it. */
    private void ridge(int seed, int level, int height, int depth, double strength) {
        for (int x = 0; x < SIZE; x++) {
            double peak = layered(seed * 17, x / 170.0, 0.5);
            double crest = level - height * (peak - 0.4) * 2 + 6 * layered(seed * 31, x / 9.0, 2);
            for (int y = Math.max(0, (int) crest); y < SIZE; y++) {
                double below = (y - crest) / depth;
                double edge = Math.min(1, y - crest);
                double wash = Math.exp(-2.6 * below) * strength;
                double pooled = 0.75 + 0.5 * layered(seed * 53, x / 26.0, y / 60.0);
                easel.tint(x, y, INK, Math.min(1, edge * wash * pooled));
            }
        }
    }

    private void shore() {
        for (int x = 0; x < SIZE; x++) {
            double crest = 640 - 190 * Math.pow(Math.max(0, (x - 300) / 340.0), 0.62)
                    + 26 * layered(7, x / 40.0, 3) - 12;
            for (int y = Math.max(0, (int) crest); y < SIZE; y++) {
                double dry = layered(8, x / 14.0, y / 7.0);
                easel.tint(x, y, 0x1c2231, Math.min(1, y - crest) * (dry > 0.62 ? 0.55 : 0.88));
            }
        }
    }

    private void pine() {
        easel.fill("M 505 520 C 500 460 520 420 506 370 C 494 330 500 290 520 240 C 512 290 512 326 524 366"
                + " C 538 420 520 460 532 520 Z", 0xff1c2231);
        bough("M 512 400 C 480 392 450 396 420 410", 420, 408, 470, 396);
        bough("M 506 345 C 540 330 570 334 596 346", 560, 332, 600, 344);
        bough("M 504 322 C 476 308 452 312 436 322", 430, 318, 480, 308);
        bough("M 512 280 C 534 270 552 272 566 280", 535, 268, 570, 276);
        bough("M 518 244 C 510 236 500 236 492 240", 490, 246, 530, 234);
    }

    private void bough(String branch, int fromX, int fromY, int toX, int toY) {
        easel.line(branch, 4, 0xff1c2231);
        for (int i = 0; i < 9; i++) {
            double along = i / 8.0;
            needles(fromX + along * (toX - fromX), fromY + along * (toY - fromY) - 2 + random.nextInt(8));
        }
    }

    private void needles(double x, double y) {
        for (int i = 0; i < 16; i++) {
            double angle = Math.PI * (0.02 + 0.96 * random.nextDouble());
            double length = 10 + 14 * random.nextDouble();
            double tipX = x + Math.cos(angle) * length * 1.2;
            double tipY = y - Math.sin(angle) * length;
            easel.line(new java.awt.geom.Line2D.Double(x, y, tipX, tipY), 1.4, 0xb0222c3c);
        }
    }

    private void boat() {
        easel.fill("M 128 556 C 150 566 196 566 226 550 C 218 572 200 576 172 576 C 148 576 136 570 128 556 Z", 0xe01c2231);
        easel.fill("M 172 562 C 170 548 174 538 181 534 C 188 538 192 548 192 561 Z", 0xd02a3346);
        easel.fill("M 166 537 L 181 524 L 197 536 Z", 0xe01c2231);
        easel.line("M 200 520 L 150 590", 1.8, 0xd01c2231);
        easel.line("M 110 592 L 236 592", 1.6, 0x602a3346);
        easel.line("M 140 600 L 200 600", 1.2, 0x482a3346);
    }

    private void seal() {
        easel.fill("M 52 62 L 96 59 L 99 104 L 54 106 Z", VERMILION);
        easel.line("M 61 94 L 72 76 L 79 86 L 85 70 L 91 93", 3, 0xffefe0d0);
    }

    private void grain() {
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                double fibre = layered(70, x / 5.0, y / 2.5) - 0.5;
                double speck = random.nextDouble() - 0.5;
                double light = fibre * 0.16 + speck * 0.07;
                easel.tint(x, y, light > 0 ? 0xfffaf0 : 0x4a4238, Math.abs(light));
            }
        }
    }

    /** Smooth noise in four octaves, from 0 to 1; the same for the same arguments. */
    private static double layered(int seed, double x, double y) {
        double sum = 0;
        double weight = 0.5;
        for (int octave = 0; octave < 4; octave++) {
            sum += weight * smooth(seed + octave, x, y);
            x *= 2.03;
            y *= 2.03;
            weight /= 2;
        }
        return sum / 0.9375;
    }

    private static double smooth(int seed, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double across = ease(x - left);
        double upper = mix(lattice(seed, left, top), lattice(seed, left + 1, top), across);
        double lower = mix(lattice(seed, left, top + 1), lattice(seed, left + 1, top + 1), across);
        return mix(upper, lower, ease(y - top));
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }

    private static double lattice(int seed, int x, int y) {
        int h = seed * 0x27d4eb2d ^ x * 0x165667b1 ^ y * 0x9e3779b1;
        h = (h ^ h >>> 15) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return ((h ^ h >>> 16) & 0xffff) / 65535.0;
    }
}

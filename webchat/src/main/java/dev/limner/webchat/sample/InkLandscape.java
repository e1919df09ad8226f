package dev.limner.webchat.sample;

import static dev.limner.webchat.sample.Easel.SIZE;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Random;

/** Mountains in mist, a pine and a boat, in ink on warm paper with one red seal. */
final class InkLandscape {
    private static final int INK = 0x2a3346;
    private static final int BLACK = 0x1c2231;
    private static final int TRUNK = 0xff000000 | BLACK;
    private static final int PAPER = 0xefe8da;
    private static final int PAPER_WHITE = 0xffefe0d0;
    private static final int VERMILION = 0xffc2402b;

    private final Easel easel = new Easel();
    private final Random random = new Random(11);

    private InkLandscape() {}

    static Easel draw() {
        InkLandscape landscape = new InkLandscape();
        landscape.paper();
        landscape.ridge(1, 215, 170, 170, 0.24);
        landscape.ridge(2, 300, 190, 170, 0.36);
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
                easel.tint(x, y, 0x8d98a8, Math.max(0, cloud - 0.42) * 0.7 * Math.max(0, 1 - y / 500.0));
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
                double edge = Math.min(1, Math.max(0, y - crest));
                double wash = Math.exp(-2.6 * below) * strength;
                double pooled = 0.75 + 0.5 * layered(seed * 53, x / 26.0, y / 60.0);
                easel.tint(x, y, INK, Math.min(1, edge * wash * pooled));
            }
        }
    }

    private void shore() {
        for (int x = 0; x < SIZE; x++) {
            double rise = Math.pow(Math.max(0, (x - 290) / 350.0), 0.6);
            double crest = 652 - 190 * rise - 30 * layered(7, x / 46.0, 3) * rise;
            for (int y = (int) crest; y < SIZE; y++) {
                double dry = layered(8, (x + y) / 60.0, (y - x * 0.4) / 12.0);
                double below = (y - crest) / 150;
                double wash = Math.max(0.12, 0.95 - 0.6 * below - Math.max(0, dry - 0.5) * 1.5);
                easel.tint(x, y, BLACK, wash * Math.min(1, Math.max(0, y + 1 - crest)));
            }
        }
    }

    private void pine() {
        easel.fill(
                "M 480 526 C 502 510 506 470 514 440 C 522 408 508 388 500 360 C 492 330 500 290 526 226"
                        + " C 514 290 508 326 518 356 C 530 388 536 410 528 444 C 524 474 536 496 572 506 C 552 508 540 506 534 502 C 532 512 530 520 524 530"
                        + " C 522 520 520 512 516 506 C 506 516 496 522 480 526 Z",
                TRUNK);
        bough("M 514 404 C 484 394 450 396 414 414", 414, 410, 474, 396);
        bough("M 506 352 C 540 334 574 338 608 352", 548, 338, 608, 350);
        bough("M 500 330 C 472 312 446 314 426 326", 424, 324, 478, 314);
        bough("M 508 288 C 534 272 556 274 576 284", 530, 276, 580, 284);
        bough("M 512 264 C 496 252 482 252 470 258", 466, 258, 500, 254);
        bough("M 522 236 C 520 232 518 228 514 226", 506, 236, 544, 228);
    }

    private void bough(String branch, int fromX, int fromY, int toX, int toY) {
        easel.line(branch, 4, TRUNK);
        for (int i = 0; i < 11; i++) {
            double along = i / 10.0;
            needles(fromX + along * (toX - fromX), fromY + along * (toY - fromY) - 2 + random.nextInt(9));
        }
    }

    private void needles(double x, double y) {
        for (int i = 0; i < 18; i++) {
            double angle = Math.PI * (0.02 + 0.96 * random.nextDouble());
            double length = 10 + 14 * random.nextDouble();
            double tipX = x + Math.cos(angle) * length * 1.3;
            double tipY = y - Math.sin(angle) * length;
            easel.line(new Line2D.Double(x, y, tipX, tipY), 1.4, 0xa0222c3c);
        }
    }

    private void boat() {
        easel.fill(
                "M 128 556 C 150 566 196 566 226 550 C 218 572 200 576 172 576 C 148 576 136 570 128 556 Z",
                0xe01c2231);
        easel.fill("M 172 562 C 170 548 174 538 181 534 C 188 538 192 548 192 561 Z", 0xd02a3346);
        easel.fill("M 166 537 L 181 524 L 197 536 Z", 0xe01c2231);
        easel.line("M 200 520 L 150 590", 1.8, 0xd01c2231);
        easel.line("M 110 592 L 236 592", 1.6, 0x602a3346);
        easel.line("M 140 600 L 200 600", 1.2, 0x482a3346);
    }

    private void seal() {
        easel.fill("M 52 62 L 96 59 L 99 104 L 54 106 Z", VERMILION);
        easel.fill(new Ellipse2D.Double(68, 67, 15, 15), PAPER_WHITE);
        easel.line("M 61 90 Q 69 83 76 90 Q 84 97 91 89", 2.5, PAPER_WHITE);
        easel.line("M 62 98 Q 70 91 77 98 Q 84 104 91 97", 2.5, PAPER_WHITE);
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

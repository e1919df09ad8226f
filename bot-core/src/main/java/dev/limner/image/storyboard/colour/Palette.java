package dev.limner.image.storyboard.colour;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The colours of one sheet. Every pair of text and ground that the sheet uses reaches {@link Contrast#AA}.
 *
 * @param paper the sheet, and the ground of the scene
 * @param card the ground of the cards; on a dark sheet a little lighter, where a shadow would not lift them off
 * @param ink the scene's words
 * @param faded second-rank words on paper
 * @param accent of the same hue as the picture, for words and marks on paper
 * @param slate the band on top
 * @param chalk words on the slate
 * @param chalkFaded second-rank words on the slate
 * @param swatches the picture's own colours, darkest first
 */
public record Palette(
        Oklch paper,
        Oklch card,
        Oklch ink,
        Oklch faded,
        Oklch accent,
        Oklch slate,
        Oklch chalk,
        Oklch chalkFaded,
        List<Oklch> swatches) {

    /** Below this mean lightness a style picture asks for a dark sheet. */
    private static final double NIGHT = 0.38;

    /** So many times as colourful as the next makes a colour stand alone. */
    private static final double LONE = 2.2;

    /** Chroma below which a colour passes for grey. */
    private static final double COLOURFUL = 0.05;

    public Palette {
        swatches = List.copyOf(swatches);
    }

    /** The one colour that stands alone among muted ones, such as a red seal on an ink wash. */
    public Optional<Oklch> lone() {
        List<Oklch> byChroma = swatches.stream()
                .sorted(Comparator.comparingDouble(Oklch::chroma).reversed())
                .limit(2)
                .toList();
        double vivid = byChroma.get(0).chroma();
        boolean alone = vivid > COLOURFUL && vivid > LONE * byChroma.get(1).chroma();
        return alone ? Optional.of(byChroma.get(0)) : Optional.empty();
    }

    /** The swatches, darkest first, without the lone one. */
    public List<Oklch> scenery() {
        Optional<Oklch> lone = lone();
        return swatches.stream().filter(s -> !Optional.of(s).equals(lone)).toList();
    }

    /** From a style picture's colours, as {@link DominantColours} gives them. */
    public static Palette of(List<Oklch> dominant) {
        double mean = dominant.stream().mapToDouble(Oklch::lightness).average().orElse(1);
        return mean < NIGHT ? onDark(dominant) : onLight(dominant);
    }

    /** Without a style picture: two neighbouring hues, an accent across the wheel, lightness in even steps. */
    public static Palette of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double hue = random.nextDouble(360);
        double neighbour = hue + (random.nextBoolean() ? 1 : -1) * random.nextDouble(25, 60);
        double across = hue + random.nextDouble(140, 210);
        double chroma = random.nextDouble(0.045, 0.085);
        boolean dark = random.nextInt(4) == 0;
        List<Oklch> swatches = steps(hue, neighbour, across, chroma, dark ? -0.14 : 0);
        return dark ? onDark(swatches) : onLight(swatches);
    }

    private static List<Oklch> steps(double hue, double neighbour, double across, double chroma, double lift) {
        return List.of(
                turned(0.27 + lift / 3, chroma * 0.7, hue),
                turned(0.42 + lift / 2, chroma, hue),
                turned(0.58 + lift, chroma, neighbour),
                turned(0.70 + lift, chroma * 1.7, across),
                turned(0.86 + lift, chroma * 0.7, neighbour));
    }

    private static Oklch turned(double lightness, double chroma, double hue) {
        return new Oklch(lightness, chroma, 0).turned(hue);
    }

    private static Palette onLight(List<Oklch> swatches) {
        Oklch lightest = swatches.get(swatches.size() - 1);
        Oklch darkest = swatches.get(0);
        Oklch paper = lightest.withLightness(0.962).withChroma(Math.min(0.014, lightest.chroma() * 0.3));
        Oklch ink = darkest.withLightness(0.24).withChroma(Math.min(0.03, darkest.chroma()));
        return finished(paper, paper, ink, swatches);
    }

    private static Palette onDark(List<Oklch> swatches) {
        Oklch lightest = swatches.get(swatches.size() - 1);
        Oklch darkest = swatches.get(0);
        Oklch paper = darkest.withLightness(0.235).withChroma(Math.min(0.022, darkest.chroma()));
        Oklch ink = lightest.withLightness(0.93).withChroma(Math.min(0.018, lightest.chroma()));
        return finished(paper, paper.withLightness(0.28), ink, swatches);
    }

    private static Palette finished(Oklch paper, Oklch card, Oklch ink, List<Oklch> swatches) {
        Oklch vivid =
                swatches.stream().max(Comparator.comparingDouble(Oklch::chroma)).orElse(ink);
        Oklch slate = swatches.get(0)
                .withLightness(0.19)
                .withChroma(Math.min(0.025, swatches.get(0).chroma()));
        Oklch chalk = new Oklch(0.95, 0.01, paper.hue());
        return new Palette(
                paper,
                card,
                Contrast.readable(ink, card, 7),
                Contrast.readable(ink.mixedWith(card, 0.4), card, Contrast.AA),
                Contrast.readable(vivid.withChroma(Math.min(0.14, vivid.chroma() * 1.2)), card, Contrast.AA),
                slate,
                chalk,
                Contrast.readable(chalk.mixedWith(slate, 0.4), slate, Contrast.AA),
                swatches);
    }
}

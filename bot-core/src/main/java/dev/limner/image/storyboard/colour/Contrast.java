package dev.limner.image.storyboard.colour;

/** Contrast as WCAG 2.2 defines it, success criterion 1.4.3. */
public final class Contrast {
    /** Level AA for text of normal size. */
    public static final double AA = 4.5;
    /** Level AA for large text. */
    public static final double AA_LARGE = 3;

    private Contrast() {}

    /** 1 to 21; colours as 0xRRGGBB. */
    public static double ratio(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** The nearest colour of that hue that reads on the background: its lightness is moved until it does. */
    public static Oklch readable(Oklch colour, Oklch background, double ratio) {
        int ground = background.rgb();
        double step = ratio(0xFFFFFF, ground) > ratio(0x000000, ground) ? 0.01 : -0.01;
        Oklch moved = colour;
        while (ratio(moved.rgb(), ground) < ratio && moved.lightness() + step > 0 && moved.lightness() + step < 1) {
            moved = moved.withLightness(moved.lightness() + step);
        }
        return moved;
    }

    private static double luminance(int rgb) {
        return 0.2126 * Oklch.linear((rgb >> 16 & 255) / 255.0)
                + 0.7152 * Oklch.linear((rgb >> 8 & 255) / 255.0)
                + 0.0722 * Oklch.linear((rgb & 255) / 255.0);
    }
}

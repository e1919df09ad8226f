package dev.limner.image.storyboard.colour;

/**
 * A colour in OKLCH, the polar form of Oklab: equal steps look equal. The matrices are those of Björn Ottosson, "A
 * perceptual color space for image processing", 2020.
 *
 * @param lightness 0 to 1
 * @param chroma from 0; sRGB reaches about 0.32
 * @param hue degrees
 */
public record Oklch(double lightness, double chroma, double hue) {

    public static Oklch ofRgb(int rgb) {
        double r = linear((rgb >> 16 & 255) / 255.0);
        double g = linear((rgb >> 8 & 255) / 255.0);
        double b = linear((rgb & 255) / 255.0);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return ofLab(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    public static Oklch ofLab(double lightness, double a, double b) {
        double hue = Math.toDegrees(Math.atan2(b, a));
        return new Oklch(lightness, Math.hypot(a, b), hue < 0 ? hue + 360 : hue);
    }

    public double a() {
        return chroma * Math.cos(Math.toRadians(hue));
    }

    public double b() {
        return chroma * Math.sin(Math.toRadians(hue));
    }

    public Oklch withLightness(double value) {
        return new Oklch(Math.max(0, Math.min(1, value)), chroma, hue);
    }

    public Oklch withChroma(double value) {
        return new Oklch(lightness, Math.max(0, value), hue);
    }

    public Oklch turned(double degrees) {
        return new Oklch(lightness, chroma, (hue + degrees + 720) % 360);
    }

    /** Straight through Oklab, so that opposite hues meet in grey and not in a third hue. */
    public Oklch mixedWith(Oklch other, double share) {
        return ofLab(
                lightness + (other.lightness - lightness) * share,
                a() + (other.a() - a()) * share,
                b() + (other.b() - b()) * share);
    }

    /** As 0xRRGGBB. What sRGB cannot show loses chroma, not lightness or hue. */
    public int rgb() {
        double shown = chroma;
        double[] channels = linearChannels(shown);
        while (shown > 0.001 && !displayable(channels)) {
            shown *= 0.95;
            channels = linearChannels(shown);
        }
        int rgb = 0;
        for (double channel : channels) {
            rgb = rgb << 8 | (int) Math.round(255 * gamma(Math.max(0, Math.min(1, channel))));
        }
        return rgb;
    }

    private double[] linearChannels(double shown) {
        double a = shown * Math.cos(Math.toRadians(hue));
        double b = shown * Math.sin(Math.toRadians(hue));
        double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static boolean displayable(double[] channels) {
        for (double channel : channels) {
            if (channel < -0.0005 || channel > 1.0005) {
                return false;
            }
        }
        return true;
    }

    static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double gamma(double channel) {
        return channel <= 0.0031308 ? channel * 12.92 : 1.055 * Math.pow(channel, 1 / 2.4) - 0.055;
    }
}

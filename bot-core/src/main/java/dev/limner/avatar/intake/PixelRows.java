package dev.limner.avatar.intake;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/**
 * Rows of an image as opaque sRGB on white.
 *
 * <p>Grey and 16-bit samples are taken as they are: Java holds grey to be linear light, which no file means, and would
 * brighten it.
 */
final class PixelRows {
    private static final int WHITE = 255;

    private final BufferedImage image;
    private final int width;
    private final int bands;
    private final int shift;
    private final boolean direct;
    private final int[] samples;

    PixelRows(BufferedImage image) {
        this.image = image;
        this.width = image.getWidth();
        this.bands = image.getRaster().getNumBands();
        ColorModel model = image.getColorModel();
        int depth = model.getComponentSize(0);
        this.direct = model instanceof ComponentColorModel
                && (depth == 8 || depth == 16)
                && (model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                        || model.getColorSpace().isCS_sRGB());
        this.shift = direct ? depth - 8 : 0;
        this.samples = new int[width * (direct ? bands : 1)];
    }

    /** @param rgb filled with red, green, blue of each pixel, 0 to 255 */
    void read(int y, float[] rgb) {
        if (direct) {
            readSamples(image.getRaster(), y, rgb);
        } else {
            image.getRGB(0, y, width, 1, samples, 0, width);
            for (int x = 0; x < width; x++) {
                int argb = samples[x];
                onWhite(rgb, x, argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, argb >>> 24);
            }
        }
    }

    private void readSamples(Raster raster, int y, float[] rgb) {
        raster.getPixels(0, y, width, 1, samples);
        boolean grey = bands < 3;
        boolean alpha = bands == 2 || bands == 4;
        for (int x = 0; x < width; x++) {
            int at = x * bands;
            int opacity = alpha ? samples[at + bands - 1] >> shift : WHITE;
            int red = samples[at] >> shift;
            int green = grey ? red : samples[at + 1] >> shift;
            int blue = grey ? red : samples[at + 2] >> shift;
            onWhite(rgb, x, red, green, blue, opacity);
        }
    }

    private static void onWhite(float[] rgb, int x, int red, int green, int blue, int opacity) {
        float part = opacity / (float) WHITE;
        float ground = WHITE - opacity;
        rgb[3 * x] = red * part + ground;
        rgb[3 * x + 1] = green * part + ground;
        rgb[3 * x + 2] = blue * part + ground;
    }
}

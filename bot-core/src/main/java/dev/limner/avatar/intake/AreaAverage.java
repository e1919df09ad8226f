package dev.limner.avatar.intake;

import java.awt.image.BufferedImage;

/**
 * Makes images smaller: each new pixel is the mean of the area that it covers, so that no detail is skipped and none
 * invented. Never makes one larger.
 */
final class AreaAverage {
    private final PixelRows rows;
    private final int sourceWidth;
    private final int sourceHeight;
    private final int width;
    private final int height;

    private AreaAverage(BufferedImage source, int longest) {
        this.rows = new PixelRows(source);
        this.sourceWidth = source.getWidth();
        this.sourceHeight = source.getHeight();
        double scale = Math.min(1.0, longest / (double) Math.max(sourceWidth, sourceHeight));
        this.width = Math.max(1, (int) Math.round(sourceWidth * scale));
        this.height = Math.max(1, (int) Math.round(sourceHeight * scale));
    }

    /** @return opaque, sRGB, at most {@code longest} pixels wide and high */
    static BufferedImage of(BufferedImage source, int longest) {
        return new AreaAverage(source, longest).reduced();
    }

    private BufferedImage reduced() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        double rowsPerRow = sourceHeight / (double) height;
        float[] source = new float[3 * sourceWidth];
        float[] narrow = new float[3 * width];
        float[] current = new float[3 * width];
        float[] next = new float[3 * width];
        int y = 0;
        for (int row = 0; row < sourceHeight; row++) {
            rows.read(row, source);
            narrow(source, narrow);
            double boundary = (y + 1) * rowsPerRow;
            double inside = Math.min(1.0, boundary - row);
            add(current, narrow, inside / rowsPerRow);
            add(next, narrow, (1.0 - inside) / rowsPerRow);
            if (row + 1 >= boundary - 1e-6 && y < height) {
                write(image, y++, current);
                float[] written = current;
                current = next;
                next = written;
                java.util.Arrays.fill(next, 0);
            }
        }
        return image;
    }

    private void narrow(float[] source, float[] target) {
        double perPixel = sourceWidth / (double) width;
        for (int x = 0; x < width; x++) {
            double from = x * perPixel;
            double to = Math.min(sourceWidth, from + perPixel);
            double red = 0;
            double green = 0;
            double blue = 0;
            for (int column = (int) from; column < to; column++) {
                double part = Math.min(column + 1, to) - Math.max(column, from);
                red += part * source[3 * column];
                green += part * source[3 * column + 1];
                blue += part * source[3 * column + 2];
            }
            double covered = to - from;
            target[3 * x] = (float) (red / covered);
            target[3 * x + 1] = (float) (green / covered);
            target[3 * x + 2] = (float) (blue / covered);
        }
    }

    private static void add(float[] sum, float[] row, double weight) {
        float factor = (float) weight;
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * row[i];
        }
    }

    private static void write(BufferedImage image, int y, float[] row) {
        for (int x = 0; x < row.length / 3; x++) {
            image.setRGB(x, y, level(row[3 * x]) << 16 | level(row[3 * x + 1]) << 8 | level(row[3 * x + 2]));
        }
    }

    private static int level(float value) {
        return Math.max(0, Math.min(255, Math.round(value)));
    }
}

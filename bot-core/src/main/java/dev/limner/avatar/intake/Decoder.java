package dev.limner.avatar.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Decodes what was reduced before, leaving out rows and columns of images that would take too much memory. */
final class Decoder {
    /** A photo of 12 megapixels is read whole; the largest image with every second or third pixel of a row. */
    private static final long MOST_MEMORY = 48L << 20;

    static {
        // plug-ins open streams of their own, which would otherwise go through files
        ImageIO.setUseCache(false);
    }

    private Decoder() {}

    static BufferedImage decode(BareImage image) throws IOException {
        ImageReader reader = reader(image.format());
        try (var in = new BareImageStream(image)) {
            Damage damage = new Damage();
            reader.addIIOReadWarningListener(damage);
            // a PNG's transparent colour counts as metadata; of what harms, nothing was kept
            reader.setInput(in, false, !image.format().equals("png"));
            int step = step(image);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage decoded = reader.read(0, param);
            damage.check();
            if (decoded.getWidth() != ceilDiv(image.width(), step)
                    || decoded.getHeight() != ceilDiv(image.height(), step)) {
                throw new BrokenImageException("another size than its header says");
            }
            return decoded;
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new IllegalStateException("no ImageIO reader for " + format);
        }
        return readers.next();
    }

    private static int step(BareImage image) {
        int step = 1;
        while (image.pixels() * image.pixelBytes() / ((long) step * step) > MOST_MEMORY) {
            step++;
        }
        return step;
    }

    private static int ceilDiv(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /**
     * The JPEG decoder paints over damage with grey and only warns; its wording is that of libjpeg. Stray bytes between
     * segments lose nothing and are common.
     */
    private static final class Damage implements IIOReadWarningListener {
        private String found = "";

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            String text = warning.toLowerCase(Locale.ROOT);
            if ((text.contains("corrupt jpeg") || text.contains("premature")) && !text.contains("extraneous")) {
                found = warning;
            }
        }

        void check() throws BrokenImageException {
            if (!found.isEmpty()) {
                throw new BrokenImageException(found);
            }
        }
    }
}

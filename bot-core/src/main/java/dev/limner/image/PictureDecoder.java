package dev.limner.image;

import dev.limner.image.UnusablePictureException.Fault;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes bytes that nobody has vouched for: the size is looked at first, metadata never. */
final class PictureDecoder implements AutoCloseable {
    /** More pixels than any model draws, few enough to decode. */
    static final long MAX_PIXELS = 64_000_000;

    private final ImageReader reader;
    private final ImageInputStream in;

    private PictureDecoder(ImageReader reader, ImageInputStream in) {
        this.reader = reader;
        this.in = in;
    }

    static PictureDecoder open(byte[] bytes, PictureType type) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(type.format());
        ImageReader reader = readers.next();
        ImageInputStream in = new BytesInput(bytes);
        // Metadata may be a decompression bomb of its own.
        reader.setInput(in, false, true);
        return new PictureDecoder(reader, in);
    }

    int width() throws UnusablePictureException {
        return reading(() -> reader.getWidth(0));
    }

    int height() throws UnusablePictureException {
        return reading(() -> reader.getHeight(0));
    }

    /**
     * Reads every row, and keeps of every {@code step} columns and rows the first.
     *
     * @param step 1 for the whole picture
     */
    BufferedImage decode(int step) throws UnusablePictureException {
        requireDecodableSize();
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reading(() -> reader.read(0, param));
    }

    private void requireDecodableSize() throws UnusablePictureException {
        long pixels = (long) width() * height();
        if (pixels > MAX_PIXELS) {
            throw new UnusablePictureException(
                    Fault.TOO_MANY_PIXELS,
                    "it has " + pixels / 1_000_000 + " megapixels; up to " + MAX_PIXELS / 1_000_000 + " are read");
        }
    }

    @Override
    public void close() {
        reader.dispose();
        try {
            in.close();
        } catch (IOException e) {
            throw new AssertionError("a stream in memory was closed twice", e);
        }
    }

    private interface Reading<T> {
        T run() throws IOException;
    }

    /** Readers answer garbled input with runtime exceptions of every kind. */
    private static <T> T reading(Reading<T> reading) throws UnusablePictureException {
        try {
            return reading.run();
        } catch (IOException | RuntimeException e) {
            UnusablePictureException broken =
                    new UnusablePictureException(Fault.BROKEN, "the picture is broken and cannot be decoded");
            broken.initCause(e);
            throw broken;
        }
    }
}

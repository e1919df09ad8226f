package dev.limner.avatar.intake;

import dev.limner.input.RefusedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Turns the bytes of a file into a clean picture: upright, sRGB, opaque, of a moderate size, a PNG without metadata.
 *
 * <p>Transparency is laid on white. Image servers drop an alpha channel and would then see the colours hidden beneath
 * it, which no one who looked at the file has seen. Colour profiles are not followed, but for the usual conversion of
 * CMYK: a profile is a program for a native library.
 *
 * @param mostPixels width times height before decoding
 * @param leastSide pixels
 * @param longestSide of the result, pixels
 */
public record ImageCleaner(long mostPixels, int leastSide, int longestSide) {
    /** WebP is decoded whole in memory, whatever part is asked for, and slowly. */
    private static final long MOST_WEBP_PIXELS = 12_000_000;

    private static final int MOST_TIMES_AS_LONG = 16;
    private static final String TAKEN = "Send a PNG, JPEG, WebP or GIF.";

    /** A PNG. The bytes are not to be changed. */
    public record CleanPicture(byte[] png, int width, int height) {}

    /** @param file is overwritten */
    public CleanPicture clean(byte[] file) throws RefusedException {
        FileType type = FileType.of(file);
        try {
            BareImage bare = reduce(type, file);
            checkSize(bare, type);
            BufferedImage small = AreaAverage.of(Decoder.decode(bare), longestSide);
            return encode(bare.orientation().apply(small));
        } catch (IOException | RuntimeException e) {
            // decoders answer nonsense with runtime exceptions of every kind
            throw refused(type, e);
        } catch (OutOfMemoryError e) {
            throw refused(type, e);
        }
    }

    /** Some decoders wrap a lack of memory, which is no fault of the file's. */
    static RefusedException refused(FileType type, Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return new RefusedException(
                        "There is not enough memory to read the image just now. Send it again in a minute, or a smaller one.",
                        fault);
            }
        }
        return new RefusedException(
                "The file looks like " + type.label()
                        + " but is damaged or cut short. Save it again as PNG or JPEG and send that.",
                fault);
    }

    private static BareImage reduce(FileType type, byte[] file) throws IOException, RefusedException {
        return switch (type) {
            case PNG -> PngFile.reduce(file);
            case JPEG -> JpegFile.reduce(file);
            case WEBP -> WebpFile.reduce(file);
            case GIF -> GifFile.reduce(file);
            case HEIC, AVIF, BMP, TIFF ->
                throw new RefusedException(
                        "The file is " + type.label() + ", which is not taken. Send it as PNG or JPEG.");
            case SVG ->
                throw new RefusedException(
                        "The file is an SVG drawing, which is not taken. Export it as PNG and send that.");
            case TEXT, HTML ->
                throw new RefusedException(
                        "The file is " + type.label() + ", whatever its name says, and no image. " + TAKEN);
            case EMPTY -> throw new RefusedException("The file is empty. " + TAKEN);
            case PDF, ZIP, VIDEO, UNKNOWN ->
                throw new RefusedException("The file is " + type.label() + ", not an image. " + TAKEN);
        };
    }

    private void checkSize(BareImage image, FileType type) throws RefusedException {
        String size = image.width() + " x " + image.height() + " pixels";
        if (Math.min(image.width(), image.height()) < leastSide) {
            throw new RefusedException(
                    "The image has " + size + "; each side needs at least " + leastSide + ". Send a larger one.");
        }
        if (Math.max(image.width(), image.height())
                > (long) MOST_TIMES_AS_LONG * Math.min(image.width(), image.height())) {
            throw new RefusedException("The image has " + size + ", which is too long and narrow. Cut it to at most "
                    + MOST_TIMES_AS_LONG + " times as long as wide.");
        }
        long most = type == FileType.WEBP ? Math.min(mostPixels, MOST_WEBP_PIXELS) : mostPixels;
        if (image.pixels() > most) {
            throw new RefusedException("The image has " + size + ", "
                    + millions(image.pixels()) + " million in all; " + type.label() + " may have "
                    + millions(most) + " million. Make it smaller and send it again.");
        }
    }

    private static String millions(long pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels / 1e6);
    }

    private static CleanPicture encode(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("no ImageIO writer for PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return new CleanPicture(bytes.toByteArray(), image.getWidth(), image.getHeight());
    }
}

package dev.limner.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes a picture small enough, in bytes, for where it is to be posted. */
public final class PictureFitter {
    /** Any picture can be made to fit in this many bytes. */
    public static final long SMALLEST_LIMIT = 4096;

    /** From where no difference is seen to where it begins to disturb; then a smaller picture looks better. */
    private static final float[] QUALITIES = {0.95f, 0.9f, 0.8f, 0.7f};

    private static final double SHRINK = 0.8;

    private PictureFitter() {}

    /**
     * The picture itself when it fits, otherwise a JPEG of it: of falling quality, then of smaller sides.
     *
     * @param maxBytes at least {@link #SMALLEST_LIMIT}
     */
    public static Picture fit(Picture picture, long maxBytes) throws UnusablePictureException {
        if (maxBytes < SMALLEST_LIMIT) {
            throw new IllegalArgumentException("a picture cannot be fitted into " + maxBytes + " bytes");
        }
        if (picture.bytes().length <= maxBytes) {
            return picture;
        }
        BufferedImage image = decode(picture);
        while (true) {
            for (float quality : QUALITIES) {
                byte[] jpeg = encode(image, quality);
                if (jpeg.length <= maxBytes) {
                    return new Picture(jpeg, PictureType.JPEG.mediaType(), image.getWidth(), image.getHeight());
                }
            }
            image = opaque(image, smaller(image.getWidth()), smaller(image.getHeight()));
        }
    }

    /** The picture itself where it is a JPEG, otherwise a JPEG of the best quality. */
    public static Picture jpeg(Picture picture) throws UnusablePictureException {
        if (picture.mediaType().equals(PictureType.JPEG.mediaType())) {
            return picture;
        }
        byte[] jpeg = encode(decode(picture), QUALITIES[0]);
        return new Picture(jpeg, PictureType.JPEG.mediaType(), picture.width(), picture.height());
    }

    private static BufferedImage decode(Picture picture) throws UnusablePictureException {
        PictureType type = PictureType.of(picture.bytes())
                .orElseThrow(() -> new IllegalArgumentException("not a checked picture: " + picture.mediaType()));
        try (PictureDecoder decoder = PictureDecoder.open(picture.bytes(), type)) {
            return opaque(decoder.decode(1), picture.width(), picture.height());
        }
    }

    private static int smaller(int side) {
        return Math.max(1, (int) (side * SHRINK));
    }

    /** JPEG has no transparency: white shines through. */
    private static BufferedImage opaque(BufferedImage image, int width, int height) {
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return result;
    }

    private static byte[] encode(BufferedImage image, float quality) {
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(PictureType.JPEG.format()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

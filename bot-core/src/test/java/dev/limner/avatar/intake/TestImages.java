package dev.limner.avatar.intake;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Images for tests: four quarters, red, green, blue and nearly white, in reading order. */
public final class TestImages {
    public static final Color RED = new Color(220, 30, 30);
    public static final Color GREEN = new Color(30, 180, 30);
    public static final Color BLUE = new Color(30, 30, 220);
    public static final Color PALE = new Color(240, 240, 240);

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private TestImages() {}

    public static BufferedImage quarters(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        fill(canvas, RED, 0, 0, width / 2, height / 2);
        fill(canvas, GREEN, width / 2, 0, width, height / 2);
        fill(canvas, BLUE, 0, height / 2, width / 2, height);
        fill(canvas, PALE, width / 2, height / 2, width, height);
        canvas.dispose();
        return image;
    }

    private static void fill(Graphics2D canvas, Color colour, int left, int top, int right, int bottom) {
        canvas.setColor(colour);
        canvas.fillRect(left, top, right - left, bottom - top);
    }

    public static byte[] quarters(String format, int width, int height) {
        return encode(quarters(width, height, BufferedImage.TYPE_INT_RGB), format);
    }

    public static byte[] encode(BufferedImage image, String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BufferedImage decode(byte[] png) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(TestImages.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    /** With a block put in behind its first {@code at} bytes. */
    public static byte[] insert(byte[] file, int at, byte[] block) {
        return join(Arrays.copyOf(file, at), block, Arrays.copyOfRange(file, at, file.length));
    }

    /** A PNG of that header; colour types as in its specification. */
    public static byte[] png(int width, int height, int depth, int colour, byte[] deflated) {
        byte[] header = bytes(out -> {
            out.writeInt(width);
            out.writeInt(height);
            out.write(new byte[] {(byte) depth, (byte) colour, 0, 0, 0});
        });
        return join(PNG_SIGNATURE, chunk("IHDR", header), chunk("IDAT", deflated), chunk("IEND", new byte[0]));
    }

    public static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(ascii(type));
        crc.update(data);
        return bytes(out -> {
            out.writeInt(data.length);
            out.write(ascii(type));
            out.write(data);
            out.writeInt((int) crc.getValue());
        });
    }

    /** That many zeros, deflated. */
    public static byte[] zeros(long count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            byte[] block = new byte[1 << 16];
            for (long left = count; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An EXIF segment of a JPEG that says nothing but an orientation. */
    public static byte[] exifSegment(int orientation) {
        byte[] tiff = bytes(out -> {
            out.write(ascii("Exif\0\0MM\0*"));
            out.writeInt(8);
            out.writeShort(1);
            out.writeShort(0x0112);
            out.writeShort(3);
            out.writeInt(1);
            out.writeShort(orientation);
            out.writeShort(0);
            out.writeInt(0);
        });
        return segment(0xe1, tiff);
    }

    public static byte[] segment(int marker, byte[] body) {
        return bytes(out -> {
            out.write(0xff);
            out.write(marker);
            out.writeShort(body.length + 2);
            out.write(body);
        });
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

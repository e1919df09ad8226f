package dev.limner.webchat.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The avatars of the sample, as PNG. */
public final class SamplePortraits {

    private SamplePortraits() {}

    public static byte[] mira() {
        return plain(0x8a5a44);
    }

    public static byte[] inkwash() {
        return plain(0x3c4a5a);
    }

    private static byte[] plain(int colour) {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, colour + (y / 8) * 0x010101);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

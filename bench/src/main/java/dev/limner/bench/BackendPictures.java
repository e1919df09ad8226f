package dev.limner.bench;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ReferenceImage;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Encoder;
import dev.limner.prompt.Reference;
import dev.limner.prompt.TokenCount;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** What backends are asked to draw when they are measured. */
final class BackendPictures {
    /** Pixels; small, so that loopback servers spend little on drawing. */
    private static final int SIDE = 256;

    private BackendPictures() {}

    /** With one reference. */
    static GenerationRequest request(String id, byte[] picture) {
        Composition composition = new Composition(
                "a lighthouse at dusk",
                List.of(),
                "text",
                7,
                SIDE,
                SIDE,
                List.of(),
                List.of(),
                new TokenCount(6, 75, Encoder.CLIP, false),
                List.of(),
                List.of());
        Reference mira = new Reference(AvatarKind.FACE, new AvatarName("mira"), 0.3, "command");
        return new GenerationRequest(id, composition, List.of(new ReferenceImage(mira, picture, "image/png")));
    }

    /** A PNG that no compression makes small. */
    static byte[] noise(int side) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}

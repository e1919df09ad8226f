package dev.limner.image.storyboard;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ReferenceImage;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Encoder;
import dev.limner.prompt.PromptPart;
import dev.limner.prompt.PromptPart.Source;
import dev.limner.prompt.Reference;
import dev.limner.prompt.TokenCount;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Builds requests for a storyboard. */
final class Requests {
    private final int width;
    private final int height;
    private final List<PromptPart> parts = new ArrayList<>();
    private final List<String> cast = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<ReferenceImage> images = new ArrayList<>();
    private long seed = 7;

    private Requests(int width, int height) {
        this.width = width;
        this.height = height;
    }

    static Requests of(int width, int height) {
        return new Requests(width, height);
    }

    Requests seed(long value) {
        seed = value;
        return this;
    }

    Requests scene(String text) {
        parts.add(new PromptPart(Source.SCENE, "", text));
        return this;
    }

    Requests style(String text) {
        parts.add(new PromptPart(Source.STYLE, "", text));
        return this;
    }

    Requests character(String name, String prefix) {
        cast.add(name);
        parts.add(new PromptPart(Source.CHARACTER, name, prefix));
        return this;
    }

    Requests face(String avatar, double weight, String character, byte[] image) {
        return reference(AvatarKind.FACE, avatar, weight, "character " + character, image);
    }

    Requests styleImage(String avatar, double weight, byte[] image) {
        return reference(AvatarKind.STYLE, avatar, weight, "style", image);
    }

    private Requests reference(AvatarKind kind, String avatar, double weight, String from, byte[] image) {
        Reference reference = new Reference(kind, new AvatarName(avatar), weight, from);
        references.add(reference);
        images.add(new ReferenceImage(reference, image, "image/png"));
        return this;
    }

    GenerationRequest build() {
        TokenCount tokens = new TokenCount(142, 256, Encoder.T5, false);
        Composition composition =
                new Composition("", parts, "", seed, width, height, cast, references, tokens, List.of(), List.of());
        return new GenerationRequest("r1", composition, images);
    }

    /** A picture of two colours, the first on top. */
    static byte[] picture(int top, int bottom) {
        BufferedImage image = new BufferedImage(200, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, new Color(top), 0, 240, new Color(bottom)));
        g.fillRect(0, 0, 200, 240);
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

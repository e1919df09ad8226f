package dev.limner.image;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Encoder;
import dev.limner.prompt.Reference;
import dev.limner.prompt.TokenCount;
import java.util.List;

/** Requests for pictures, as tests of backends send them. */
public final class Requests {
    public static final int SIDE = 512;

    private Requests() {}

    public static GenerationRequest of(String id) {
        return of(id, "a lighthouse at dusk, storm clouds, oil painting");
    }

    public static GenerationRequest of(String id, String prompt) {
        return new GenerationRequest(id, composition(prompt, prompt.isEmpty() ? "" : "text, watermark"), List.of());
    }

    /** One face, {@code mira}, and one style, {@code inkwash}. */
    public static GenerationRequest withReferences(String id) {
        return new GenerationRequest(
                id,
                composition("Mira lifts a lantern", ""),
                List.of(reference(AvatarKind.FACE, "mira"), reference(AvatarKind.STYLE, "inkwash")));
    }

    public static Composition composition(String prompt, String negative) {
        return new Composition(
                prompt,
                List.of(),
                negative,
                7,
                SIDE,
                SIDE,
                List.of(),
                List.of(),
                new TokenCount(12, 75, Encoder.CLIP, false),
                List.of(),
                List.of());
    }

    private static ReferenceImage reference(AvatarKind kind, String name) {
        return new ReferenceImage(
                new Reference(kind, new AvatarName(name), 0.4, "character Mira"), Pictures.png(64, 64), "image/png");
    }
}

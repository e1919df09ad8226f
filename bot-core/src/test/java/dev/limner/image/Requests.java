package dev.limner.image;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Encoder;
import dev.limner.prompt.Reference;
import dev.limner.prompt.TokenCount;
import java.util.List;
import java.util.stream.IntStream;

/** Requests for pictures, as tests of backends send them. */
public final class Requests {
    public static final int SIDE = 512;
    /** More references than most servers take. */
    public static final int MANY = 20;

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

    /** {@link #MANY} faces, the heaviest last: {@code face1} weighs the most. */
    public static GenerationRequest withManyFaces(String id) {
        List<ReferenceImage> faces = IntStream.rangeClosed(1, MANY)
                .map(i -> MANY + 1 - i)
                .mapToObj(i -> image(AvatarKind.FACE, "face" + i, 1.0 / (i + 1), "a face"))
                .toList();
        return new GenerationRequest(id, composition("A crowd in the square", ""), faces);
    }

    /** @param description may be empty */
    public static ReferenceImage image(AvatarKind kind, String name, double weight, String description) {
        return new ReferenceImage(
                new Reference(kind, new AvatarName(name), weight, "command"),
                Pictures.pngWithText(64, 64, "Title", name),
                "image/png",
                description);
    }

    public static Composition composition(String prompt, String negative) {
        return composition(prompt, negative, List.of());
    }

    public static Composition composition(String prompt, String negative, List<Reference> references) {
        return new Composition(
                prompt,
                List.of(),
                negative,
                7,
                SIDE,
                SIDE,
                List.of(),
                references,
                new TokenCount(12, 75, Encoder.CLIP, false),
                List.of(),
                List.of());
    }

    private static ReferenceImage reference(AvatarKind kind, String name) {
        return new ReferenceImage(
                new Reference(kind, new AvatarName(name), 0.4, "character Mira"),
                Pictures.pngWithText(64, 64, "Title", name),
                "image/png");
    }
}

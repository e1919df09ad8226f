package dev.limner.image.openai;

import dev.limner.image.CheckpointFamily;
import dev.limner.image.ReferenceAbility;
import dev.limner.prompt.ModelFamily;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What will draw.
 *
 * @param name as the server knows it; empty where it has one only and need not be told
 */
record Model(String name, Kind kind, ModelFamily family) {
    /** Of OpenAI's documentation, of August 2026. */
    private static final int GPT_IMAGES = 16;

    /** How a model wants to be asked. */
    enum Kind {
        GPT,
        DALLE_3,
        DALLE_2,
        /** Of a server of one's own. */
        OTHER
    }

    static Model of(String name, @Nullable ModelFamily family) {
        String lower = name.toLowerCase(Locale.ROOT);
        Kind kind = Kind.OTHER;
        if (lower.startsWith("gpt-image") || lower.startsWith("chatgpt-image")) {
            kind = Kind.GPT;
        } else if (lower.startsWith("dall-e")) {
            kind = lower.contains("2") ? Kind.DALLE_2 : Kind.DALLE_3;
        }
        return new Model(name, kind, family(name, kind, family));
    }

    private static ModelFamily family(String name, Kind kind, @Nullable ModelFamily set) {
        return switch (kind) {
            // a prompt for another model would be too long for these
            case DALLE_3 -> ModelFamily.DALLE_3;
            case DALLE_2 -> ModelFamily.DALLE_2;
            case GPT -> set == null ? ModelFamily.GPT_IMAGE : set;
            case OTHER -> set == null ? CheckpointFamily.of(name).orElse(ModelFamily.FLUX1_DEV) : set;
        };
    }

    String label() {
        return name.isEmpty() ? "the server's own" : name;
    }

    /** Characters (code points) beyond which a prompt is refused. */
    int longestPrompt() {
        return switch (kind) {
            case DALLE_3, DALLE_2 -> family.limit();
            case GPT, OTHER -> ModelFamily.GPT_IMAGE.limit();
        };
    }

    /** All but the mini model can be told to keep close to faces. */
    boolean hasFidelity() {
        return kind == Kind.GPT && !name.contains("mini");
    }

    /** What this model makes of reference images where its server takes any. */
    ReferenceAbility references() {
        return switch (kind) {
            case GPT -> ReferenceAbility.words(GPT_IMAGES, "the model takes 16 images");
            case DALLE_3, DALLE_2 -> ReferenceAbility.none("the model reads text only");
            case OTHER -> ofOthers();
        };
    }

    private ReferenceAbility ofOthers() {
        return switch (family) {
            case FLUX1_KONTEXT -> ReferenceAbility.words(3, "the model follows 3 images at most");
            case FLUX2_DEV -> ReferenceAbility.words(6, "the model follows 6 images at most");
            case FLUX2_KLEIN -> ReferenceAbility.words(4, "the model follows 4 images at most");
            case QWEN_IMAGE ->
                name.toLowerCase(Locale.ROOT).contains("edit") || name.isEmpty()
                        ? ReferenceAbility.words(3, "the model follows 3 images at most")
                        : ReferenceAbility.none("the model reads text only");
            case GPT_IMAGE -> ReferenceAbility.words(GPT_IMAGES, "the model takes 16 images");
            default -> ReferenceAbility.none("the model reads text only");
        };
    }
}

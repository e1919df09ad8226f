package dev.limner.prompt;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Image models that read prompts alike. Token limits are those of the encoders without their special tokens; where a
 * reference implementation and what a model was trained on differ, the latter.
 */
public enum ModelFamily {
    SD15("sd15", 75, Encoder.CLIP, true, 512, 512, 512, 768),
    SDXL("sdxl", 75, Encoder.CLIP, true, 1024, 1024, 832, 1216),
    SD3("sd3", 512, Encoder.T5, true, 1024, 1024, 832, 1216),
    FLUX1_SCHNELL("flux1-schnell", 256, Encoder.T5, false, 1024, 1024, 832, 1216),
    FLUX1_DEV("flux1-dev", 512, Encoder.T5, false, 1024, 1024, 832, 1216),
    FLUX1_KONTEXT("flux1-kontext", 512, Encoder.T5, false, 1024, 1024, 832, 1216),
    FLUX2_DEV("flux2-dev", 512, Encoder.LLM, false, 1024, 1024, 832, 1216),
    FLUX2_KLEIN("flux2-klein", 512, Encoder.LLM, false, 1024, 1024, 832, 1216),
    QWEN_IMAGE("qwen-image", 1024, Encoder.LLM, true, 1328, 1328, 1056, 1584),
    GPT_IMAGE("gpt-image", 32_000, Encoder.HOSTED, false, 1024, 1024, 1024, 1536),
    DALLE_3("dall-e-3", 4000, Encoder.HOSTED, false, 1024, 1024, 1024, 1792),
    DALLE_2("dall-e-2", 1000, Encoder.HOSTED, false, 1024, 1024, 1024, 1024);

    private final String id;
    private final int limit;
    private final Encoder encoder;
    private final boolean negative;
    private final int squareWidth;
    private final int squareHeight;
    private final int narrow;
    private final int tall;

    ModelFamily(String id, int limit, Encoder encoder, boolean negative, int width, int height, int narrow, int tall) {
        this.id = id;
        this.limit = limit;
        this.encoder = encoder;
        this.negative = negative;
        this.squareWidth = width;
        this.squareHeight = height;
        this.narrow = narrow;
        this.tall = tall;
    }

    /** As configuration and story files name it. */
    public String id() {
        return id;
    }

    /** The longest prompt, in tokens; in characters (code points) for {@link Encoder#HOSTED}. */
    public int limit() {
        return limit;
    }

    public Encoder encoder() {
        return encoder;
    }

    /** Whether a negative prompt has an effect. */
    public boolean honoursNegative() {
        return negative;
    }

    /** Pixels. */
    public int width(Format format) {
        return switch (format) {
            case SQUARE -> squareWidth;
            case UPRIGHT -> narrow;
            case WIDE -> tall;
        };
    }

    /** Pixels. */
    public int height(Format format) {
        return switch (format) {
            case SQUARE -> squareHeight;
            case UPRIGHT -> tall;
            case WIDE -> narrow;
        };
    }

    public static Optional<ModelFamily> byId(String id) {
        return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
    }

    /** All ids, for messages. */
    public static String known() {
        return Arrays.stream(values()).map(ModelFamily::id).collect(Collectors.joining(", "));
    }
}

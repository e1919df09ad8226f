package dev.limner.app.config;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every key there is. {@code .env.example} explains each to operators, and a test keeps the two together.
 *
 * <p>Discord's and Telegram's default addresses are those of their documentation.
 */
public enum Key {
    DISCORD_TOKEN("", Status.USED),
    DISCORD_API_URL("https://discord.com/api/v10", Status.USED),
    DISCORD_CDN_HOSTS("cdn.discordapp.com,media.discordapp.net", Status.USED),
    DISCORD_SHARDS("auto", Status.USED),
    TELEGRAM_TOKEN("", Status.USED),
    TELEGRAM_API_URL("https://api.telegram.org", Status.USED),
    WEBCHAT_PORT("8080", Status.USED),
    GATEWAY_PORT("off", Status.USED),
    GATEWAY_HOST("127.0.0.1", Status.USED),
    GATEWAY_KEYS("", Status.USED),
    GATEWAY_URL("", Status.USED),
    LIMNER_DATA("./data", Status.USED),
    DATABASE_URL("", Status.REFUSED),
    IMAGE_BACKENDS("storyboard", Status.USED),
    IMAGE_MODEL("", Status.USED),
    IMAGE_API_KEY("", Status.USED),
    IMAGE_TIMEOUT("300", Status.USED),
    A1111_MODEL("", Status.USED),
    A1111_API_KEY("", Status.USED),
    A1111_IP_ADAPTER("off", Status.USED),
    COMFYUI_API_KEY("", Status.USED),
    COMFYUI_MODEL("", Status.USED),
    COMFYUI_WORKFLOW("", Status.USED),
    COMFYUI_FACES("plus", Status.USED),
    OPENAI_API_KEY("", Status.USED),
    OPENAI_MODEL("", Status.USED),
    OPENAI_QUALITY("auto", Status.USED),
    BLOCKENTROPY_API_KEY("", Status.USED),
    BLOCKENTROPY_MODEL("", Status.USED),
    AIHORDE_API_KEY("", Status.USED),
    AIHORDE_MODEL("", Status.USED),
    AIHORDE_NSFW("off", Status.USED),
    BFL_API_KEY("", Status.USED),
    BFL_MODEL("flux-2-pro", Status.USED),
    GEMINI_API_KEY("", Status.USED),
    GEMINI_MODEL("gemini-2.5-flash-image", Status.USED),
    IMAGE_LORAS("", Status.USED),
    IMAGE_EMBEDDINGS("", Status.USED),
    IMAGE_TOKENIZERS("", Status.USED),
    IMAGE_CLIP_WINDOWS("1", Status.USED),
    SCENE_WRITER_URL("", Status.USED),
    SCENE_WRITER_MODEL("", Status.USED),
    SCENE_WRITER_API_KEY("", Status.USED),
    SCENE_WRITER_TIMEOUT("20", Status.USED),
    METRICS_PORT("off", Status.USED),
    METRICS_HOST("127.0.0.1", Status.USED);

    /** What this version does with a key that is set. */
    enum Status {
        USED,
        /** Without what it asks for the bot would not be what its operator expects, so {@code run} does not start. */
        REFUSED
    }

    private final String byDefault;
    private final Status status;

    Key(String byDefault, Status status) {
        this.byDefault = byDefault;
        this.status = status;
    }

    /** As it would be written in {@code .env}; empty for none. */
    public String byDefault() {
        return byDefault;
    }

    Status status() {
        return status;
    }

    static Optional<Key> of(String name) {
        return Arrays.stream(values()).filter(key -> key.name().equals(name)).findFirst();
    }
}

package dev.limner.app.config;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every key there is. {@code .env.example} explains each to operators, and a test keeps the two together.
 *
 * <p>Discord's and Telegram's default addresses are those of their documentation.
 */
public enum Key {
    DISCORD_TOKEN("", Status.REFUSED),
    DISCORD_API_URL("https://discord.com/api/v10", Status.IGNORED),
    DISCORD_CDN_HOSTS("cdn.discordapp.com,media.discordapp.net", Status.IGNORED),
    TELEGRAM_TOKEN("", Status.REFUSED),
    TELEGRAM_API_URL("https://api.telegram.org", Status.IGNORED),
    WEBCHAT_PORT("8080", Status.USED),
    LIMNER_DATA("./data", Status.USED),
    DATABASE_URL("", Status.REFUSED),
    IMAGE_BACKENDS("storyboard", Status.USED),
    IMAGE_MODEL("", Status.USED),
    IMAGE_API_KEY("", Status.USED),
    IMAGE_TIMEOUT("300", Status.USED),
    A1111_MODEL("", Status.USED),
    A1111_API_KEY("", Status.USED),
    IMAGE_LORAS("", Status.IGNORED),
    IMAGE_EMBEDDINGS("", Status.IGNORED),
    SCENE_WRITER_URL("", Status.USED),
    SCENE_WRITER_MODEL("", Status.USED),
    SCENE_WRITER_API_KEY("", Status.USED),
    SCENE_WRITER_TIMEOUT("20", Status.USED),
    METRICS_PORT("off", Status.IGNORED),
    METRICS_HOST("127.0.0.1", Status.IGNORED);

    /** What this version does with a key that is set. */
    enum Status {
        USED,
        /** Checked, and mentioned at the start as having no effect yet. */
        IGNORED,
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

package dev.limner.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server that words scenes.
 *
 * @param address of a chat-completions server, up to {@code /v1}
 * @param model may be empty
 * @param timeout for one scene, with whatever has to be asked again
 */
public record SceneWriterSettings(
        URI address, String model, @Nullable Secret key, Duration timeout) {
    private static final int LONGEST = 600;

    /** Empty when no scene writer is configured. */
    static Optional<SceneWriterSettings> read(Settings settings) throws ConfigurationException {
        Optional<Secret> key = settings.secret(Key.SCENE_WRITER_API_KEY);
        Duration timeout = settings.seconds(Key.SCENE_WRITER_TIMEOUT, LONGEST);
        if (settings.has(Key.SCENE_WRITER_URL)) {
            return Optional.of(new SceneWriterSettings(
                    settings.address(Key.SCENE_WRITER_URL),
                    settings.text(Key.SCENE_WRITER_MODEL),
                    key.orElse(null),
                    timeout));
        }
        for (Key other : List.of(Key.SCENE_WRITER_MODEL, Key.SCENE_WRITER_API_KEY)) {
            if (settings.has(other)) {
                throw Settings.wrong(other, "is set without SCENE_WRITER_URL; set that too, or take the key out");
            }
        }
        return Optional.empty();
    }
}

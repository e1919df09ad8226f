package dev.limner.app;

import dev.limner.app.config.BackendEntry;
import dev.limner.app.config.ImageSettings;
import dev.limner.app.config.Secret;
import dev.limner.image.ImageBackend;
import dev.limner.image.a1111.A1111Backend;
import dev.limner.image.a1111.A1111Settings;
import dev.limner.image.storyboard.StoryboardBackend;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes backends from what is configured; a further kind is one more line in {@link #of}. */
public final class Backends {
    private Backends() {}

    /**
     * All that are configured, in order of preference.
     *
     * @param http asked once for each image server, and not without one: making a client takes a third of a second
     */
    public static List<ImageBackend> all(ImageSettings settings, Supplier<OkHttpClient> http) {
        return settings.backends().stream()
                .map(entry -> of(entry, settings, http))
                .toList();
    }

    public static ImageBackend of(BackendEntry entry, ImageSettings settings, Supplier<OkHttpClient> http) {
        return switch (entry.kind()) {
            case STORYBOARD -> new StoryboardBackend(settings.defaultFamily());
            case A1111 -> A1111Backend.of(a1111(entry, settings), http.get());
        };
    }

    private static A1111Settings a1111(BackendEntry entry, ImageSettings settings) {
        URI address = Objects.requireNonNull(entry.address());
        return new A1111Settings(
                address,
                revealed(settings.key()),
                settings.family(),
                settings.checkpoint(),
                settings.timeout(),
                A1111Settings.DEFAULT_POLL_INTERVAL);
    }

    private static @Nullable String revealed(@Nullable Secret key) {
        return key == null ? null : key.reveal();
    }
}

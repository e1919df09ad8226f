package dev.limner.app;

import dev.limner.app.config.BackendEntry;
import dev.limner.app.config.HostedSettings;
import dev.limner.app.config.ImageSettings;
import dev.limner.app.config.Secret;
import dev.limner.image.ImageBackend;
import dev.limner.image.JobBook;
import dev.limner.image.a1111.A1111Backend;
import dev.limner.image.a1111.A1111Settings;
import dev.limner.image.aihorde.HordeBackend;
import dev.limner.image.aihorde.HordeSettings;
import dev.limner.image.bfl.BflBackend;
import dev.limner.image.bfl.BflSettings;
import dev.limner.image.blockentropy.NodeBackend;
import dev.limner.image.blockentropy.NodeSettings;
import dev.limner.image.comfyui.ComfyBackend;
import dev.limner.image.comfyui.ComfySettings;
import dev.limner.image.gemini.GeminiBackend;
import dev.limner.image.gemini.GeminiSettings;
import dev.limner.image.openai.OpenAiBackend;
import dev.limner.image.openai.OpenAiSettings;
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
     * @param book where work that a restart is to find again is written down
     */
    public static List<ImageBackend> all(ImageSettings settings, Supplier<OkHttpClient> http, JobBook book) {
        return settings.backends().stream()
                .map(entry -> of(entry, settings, http, book))
                .toList();
    }

    public static ImageBackend of(
            BackendEntry entry, ImageSettings settings, Supplier<OkHttpClient> http, JobBook book) {
        return switch (entry.kind()) {
            case STORYBOARD -> new StoryboardBackend(settings.defaultFamily());
            case A1111 -> A1111Backend.of(a1111(entry, settings), http.get(), book);
            case COMFYUI -> ComfyBackend.of(comfyUi(entry, settings), http.get(), book);
            case OPENAI -> OpenAiBackend.of(openAi(entry, settings), http.get());
            case BLOCKENTROPY -> NodeBackend.of(node(entry, settings), http.get());
            case AIHORDE -> HordeBackend.of(horde(entry, settings), http.get(), book);
            case BFL -> BflBackend.of(bfl(entry, settings), http.get(), book);
            case GEMINI -> GeminiBackend.of(gemini(entry, settings), http.get());
        };
    }

    private static A1111Settings a1111(BackendEntry entry, ImageSettings settings) {
        URI address = Objects.requireNonNull(entry.address());
        return new A1111Settings(
                address,
                revealed(settings.key()),
                settings.family(),
                settings.checkpoint(),
                settings.ipAdapter(),
                settings.timeout(),
                A1111Settings.DEFAULT_POLL_INTERVAL);
    }

    private static ComfySettings comfyUi(BackendEntry entry, ImageSettings settings) {
        return new ComfySettings(
                Objects.requireNonNull(entry.address()),
                settings.hosted().key(entry.kind()),
                settings.family(),
                settings.hosted().model(entry.kind()),
                settings.comfyui().workflow(),
                settings.comfyui().faces(),
                settings.timeout(),
                ComfySettings.DEFAULT_POLL_INTERVAL);
    }

    private static OpenAiSettings openAi(BackendEntry entry, ImageSettings settings) {
        HostedSettings hosted = settings.hosted();
        return new OpenAiSettings(
                Objects.requireNonNull(entry.address()),
                hosted.key(entry.kind()),
                hosted.model(entry.kind()),
                hosted.openAiQuality(),
                settings.family(),
                settings.timeout());
    }

    private static NodeSettings node(BackendEntry entry, ImageSettings settings) {
        HostedSettings hosted = settings.hosted();
        return new NodeSettings(
                Objects.requireNonNull(entry.address()),
                hosted.key(entry.kind()),
                hosted.model(entry.kind()),
                settings.family(),
                settings.timeout());
    }

    private static HordeSettings horde(BackendEntry entry, ImageSettings settings) {
        HostedSettings hosted = settings.hosted();
        return new HordeSettings(
                Objects.requireNonNull(entry.address()),
                hosted.key(entry.kind()),
                hosted.model(entry.kind()),
                settings.family(),
                hosted.hordeNsfw(),
                settings.timeout(),
                HordeSettings.DEFAULT_POLL_INTERVAL);
    }

    private static BflSettings bfl(BackendEntry entry, ImageSettings settings) {
        HostedSettings hosted = settings.hosted();
        return new BflSettings(
                Objects.requireNonNull(entry.address()),
                hosted.key(entry.kind()),
                Objects.requireNonNullElse(hosted.model(entry.kind()), BflSettings.DEFAULT_MODEL),
                settings.timeout(),
                BflSettings.DEFAULT_POLL_INTERVAL);
    }

    private static GeminiSettings gemini(BackendEntry entry, ImageSettings settings) {
        HostedSettings hosted = settings.hosted();
        return new GeminiSettings(
                Objects.requireNonNull(entry.address()),
                hosted.key(entry.kind()),
                Objects.requireNonNullElse(hosted.model(entry.kind()), GeminiSettings.DEFAULT_MODEL),
                settings.timeout());
    }

    private static @Nullable String revealed(@Nullable Secret key) {
        return key == null ? null : key.reveal();
    }
}

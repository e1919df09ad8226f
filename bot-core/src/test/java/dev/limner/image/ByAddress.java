package dev.limner.image;

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
import dev.limner.image.comfyui.FaceAdapter;
import dev.limner.image.gemini.GeminiBackend;
import dev.limner.image.gemini.GeminiSettings;
import dev.limner.image.openai.OpenAiBackend;
import dev.limner.image.openai.OpenAiSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Backends of every kind that draws by way of a server, made from what all of them have in common. */
record ByAddress(
        URI address, @Nullable String key, @Nullable String model, Duration timeout, Duration poll) {
    static final List<String> KINDS = List.of("a1111", "comfyui", "openai", "blockentropy", "aihorde", "bfl", "gemini");

    /** With the short intervals that loopback servers want. */
    static ByAddress quick(URI address, @Nullable String key) {
        return new ByAddress(address, key, null, Duration.ofMinutes(5), Duration.ofMillis(5));
    }

    ImageBackend of(String kind, OkHttpClient http) {
        return of(kind, http, JobBook.NONE);
    }

    ImageBackend of(String kind, OkHttpClient http, JobBook book) {
        return switch (kind) {
            case "a1111" ->
                A1111Backend.of(new A1111Settings(address, key, null, model, false, timeout, poll), http, book);
            case "comfyui" ->
                ComfyBackend.of(
                        new ComfySettings(address, key, null, model, null, FaceAdapter.PLUS, timeout, poll),
                        http,
                        book);
            case "openai" -> OpenAiBackend.of(new OpenAiSettings(address, key, model, "auto", null, timeout), http);
            case "blockentropy" -> NodeBackend.of(new NodeSettings(address, key, model, null, timeout), http);
            case "aihorde" ->
                HordeBackend.of(new HordeSettings(address, key, model, null, false, timeout, poll), http, book);
            case "bfl" ->
                BflBackend.of(
                        new BflSettings(address, key, orElse(BflSettings.DEFAULT_MODEL), timeout, poll), http, book);
            case "gemini" ->
                GeminiBackend.of(new GeminiSettings(address, key, orElse(GeminiSettings.DEFAULT_MODEL), timeout), http);
            default -> throw new IllegalArgumentException("a kind of backend is one of " + KINDS);
        };
    }

    private String orElse(String usual) {
        return Objects.requireNonNullElse(model, usual);
    }
}

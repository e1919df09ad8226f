package dev.limner.image.gemini;

import dev.limner.image.wire.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * How to use Gemini's image models.
 *
 * @param base such as {@code https://generativelanguage.googleapis.com}, with or without {@code /v1beta}
 * @param apiKey null where a server in between wants none
 * @param model as Google names it
 * @param timeout how long to wait for a picture, of which no progress is shown
 */
public record GeminiSettings(URI base, @Nullable String apiKey, String model, Duration timeout) {
    public static final String DEFAULT_MODEL = "gemini-2.5-flash-image";

    public GeminiSettings {
        if (!model.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException("a Gemini model is named like " + DEFAULT_MODEL);
        }
    }

    Endpoint endpoint() {
        Endpoint endpoint =
                Endpoint.of("gemini", withVersion(base), "GEMINI_API_KEY").charging();
        return apiKey == null
                ? endpoint
                : endpoint.with("x-goog-api-key", apiKey).hiding(List.of(apiKey));
    }

    /** The first generation draws at one size only and follows fewer images. */
    boolean isFirstGeneration() {
        return model.toLowerCase(Locale.ROOT).startsWith("gemini-2");
    }

    private static URI withVersion(URI base) {
        HttpUrl url = HttpUrl.get(base);
        boolean bare = url.pathSegments().stream().allMatch(String::isEmpty);
        return bare ? url.newBuilder().encodedPath("/v1beta").build().uri() : base;
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "GeminiSettings[%s, apiKey=%s, model=%s, timeout=%s]"
                .formatted(endpoint(), apiKey == null ? "none" : "set", model, timeout);
    }
}

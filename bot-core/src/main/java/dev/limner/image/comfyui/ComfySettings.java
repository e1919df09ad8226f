package dev.limner.image.comfyui;

import dev.limner.image.wire.Endpoint;
import dev.limner.prompt.ModelFamily;
import java.net.URI;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * How to use one server.
 *
 * @param base such as {@code http://127.0.0.1:8188}; may carry {@code user:password@}
 * @param apiKey {@code user:password} for Basic authentication, otherwise a bearer token; ComfyUI has none of its own,
 *     what stands before it may
 * @param family what the model is; found by what the server has when null
 * @param model the file to draw with, as the server lists it; chosen by what the server has when null
 * @param workflow the operator's own; a built-in graph when null
 * @param faces which adapter makes faces with SD 1.5 and SDXL
 * @param timeout how long a picture may make no progress
 * @param pollInterval how often the history is asked, for what the websocket did not tell
 */
public record ComfySettings(
        URI base,
        @Nullable String apiKey,
        @Nullable ModelFamily family,
        @Nullable String model,
        @Nullable OwnWorkflow workflow,
        FaceAdapter faces,
        Duration timeout,
        Duration pollInterval) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(300);
    public static final Duration DEFAULT_POLL_INTERVAL = Duration.ofSeconds(2);

    public ComfySettings {
        if (HttpUrl.get(base.toString()).host().isEmpty() || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a ComfyUI server needs a host and a time limit above 0");
        }
    }

    public static ComfySettings of(URI base) {
        return new ComfySettings(
                base, null, null, null, null, FaceAdapter.PLUS, DEFAULT_TIMEOUT, DEFAULT_POLL_INTERVAL);
    }

    Endpoint endpoint() {
        return Endpoint.of("comfyui", base, "COMFYUI_API_KEY").authorised(base, apiKey);
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "ComfySettings[" + endpoint() + ", family=" + family + ", model=" + model + ", workflow="
                + (workflow == null ? "built in" : "own") + "]";
    }
}

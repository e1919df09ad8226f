package dev.limner.image.blockentropy;

import dev.limner.image.CheckpointFamily;
import dev.limner.image.wire.Endpoint;
import dev.limner.prompt.ModelFamily;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to use one node.
 *
 * @param base such as {@code http://127.0.0.1:8000}
 * @param apiKey sent as a bearer token; null where the node wants none
 * @param model as the node names it; null for the one that it has
 * @param family what the model is; derived from its name when null
 * @param timeout how long to wait for a picture
 */
public record NodeSettings(
        URI base,
        @Nullable String apiKey,
        @Nullable String model,
        @Nullable ModelFamily family,
        Duration timeout) {

    Endpoint endpoint() {
        Endpoint endpoint = Endpoint.of("blockentropy", base, "BLOCKENTROPY_API_KEY");
        return apiKey == null ? endpoint : endpoint.bearer(apiKey);
    }

    /** The node was made for SDXL first. */
    ModelFamily drawingFamily() {
        if (family != null) {
            return family;
        }
        return model == null ? ModelFamily.SDXL : CheckpointFamily.of(model).orElse(ModelFamily.SDXL);
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "NodeSettings[%s, apiKey=%s, model=%s, family=%s, timeout=%s]"
                .formatted(endpoint(), apiKey == null ? "none" : "set", model, family, timeout);
    }
}

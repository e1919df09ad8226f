package dev.limner.image.bfl;

import dev.limner.image.ReferenceAbility;
import dev.limner.image.wire.Endpoint;
import dev.limner.prompt.ModelFamily;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to use Black Forest Labs' service.
 *
 * @param base such as {@code https://api.bfl.ai}, or that of a region
 * @param apiKey null where a server in between wants none
 * @param model the last part of its address, such as {@code flux-2-pro}
 * @param timeout how long a picture may make no progress
 * @param pollInterval how often to ask for progress
 */
public record BflSettings(URI base, @Nullable String apiKey, String model, Duration timeout, Duration pollInterval) {
    public static final String DEFAULT_MODEL = "flux-2-pro";
    public static final Duration DEFAULT_POLL_INTERVAL = Duration.ofMillis(700);

    public BflSettings {
        if (!model.matches("[a-z0-9.-]{1,100}")) {
            throw new IllegalArgumentException("a model of Black Forest Labs is named like " + DEFAULT_MODEL);
        }
    }

    Endpoint endpoint() {
        Endpoint endpoint = Endpoint.of("bfl", base, "BFL_API_KEY").charging();
        return apiKey == null ? endpoint : endpoint.with("x-key", apiKey).hiding(List.of(apiKey));
    }

    boolean isKontext() {
        return model.contains("kontext");
    }

    ModelFamily family() {
        if (isKontext()) {
            return ModelFamily.FLUX1_KONTEXT;
        }
        return model.contains("klein") ? ModelFamily.FLUX2_KLEIN : ModelFamily.FLUX2_DEV;
    }

    ReferenceAbility references() {
        return isKontext() || model.contains("klein")
                ? ReferenceAbility.words(4, "the model takes 4 images")
                : ReferenceAbility.words(8, "the model takes 8 images");
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "BflSettings[%s, apiKey=%s, model=%s, timeout=%s]"
                .formatted(endpoint(), apiKey == null ? "none" : "set", model, timeout);
    }
}

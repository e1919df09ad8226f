package dev.limner.image.aihorde;

import dev.limner.image.wire.Endpoint;
import dev.limner.prompt.ModelFamily;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * How to use AI Horde.
 *
 * @param base such as {@code https://aihorde.net}, with or without {@code /api/v2}
 * @param apiKey null to ask without an account, behind everybody who has one
 * @param model as the Horde lists it; the one that most volunteers run when null
 * @param family what kind of model to look for when none is named
 * @param nsfw whether pictures for adults may be asked for, where not everybody sees them
 * @param timeout how long a picture may make no progress
 * @param pollInterval how often to ask for progress; the Horde answers anew every second at the most
 */
public record HordeSettings(
        URI base,
        @Nullable String apiKey,
        @Nullable String model,
        @Nullable ModelFamily family,
        boolean nsfw,
        Duration timeout,
        Duration pollInterval) {
    public static final Duration DEFAULT_POLL_INTERVAL = Duration.ofSeconds(3);

    private static final String ANONYMOUS = "0000000000";
    /** Name, version and contact, as the Horde asks of its clients. */
    private static final String AGENT = "Limner:0.1:unknown";

    Endpoint endpoint() {
        return Endpoint.of("aihorde", withVersion(base), "AIHORDE_API_KEY")
                .with("apikey", apiKey == null ? ANONYMOUS : apiKey)
                .with("Client-Agent", AGENT)
                .hiding(apiKey == null ? List.of() : List.of(apiKey));
    }

    boolean isAnonymous() {
        return apiKey == null || apiKey.equals(ANONYMOUS);
    }

    private static URI withVersion(URI base) {
        HttpUrl url = HttpUrl.get(base);
        List<String> path =
                url.pathSegments().stream().filter(s -> !s.isEmpty()).toList();
        HttpUrl.Builder result = url.newBuilder().encodedPath("/");
        path.forEach(result::addPathSegment);
        if (path.isEmpty()) {
            result.addPathSegment("api");
        }
        if (path.isEmpty() || !path.get(path.size() - 1).equals("v2")) {
            result.addPathSegment("v2");
        }
        return result.build().uri();
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "HordeSettings[%s, apiKey=%s, model=%s, nsfw=%s, timeout=%s]"
                .formatted(endpoint(), isAnonymous() ? "anonymous" : "set", model, nsfw, timeout);
    }
}

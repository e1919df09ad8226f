package dev.limner.image.openai;

import dev.limner.image.wire.Endpoint;
import dev.limner.prompt.ModelFamily;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * How to use OpenAI's image endpoints, or a server that imitates them.
 *
 * @param base such as {@code https://api.openai.com}, with or without {@code /v1}; may carry {@code user:password@}
 * @param apiKey sent as a bearer token; null where the server wants none
 * @param model as the server names it; null for OpenAI's usual one, or the first that another server lists
 * @param quality {@code low}, {@code medium}, {@code high} or {@code auto}; used with OpenAI's models only
 * @param family what the model is; derived from its name when null
 * @param timeout how long to wait for a picture, which these servers show no progress of
 */
public record OpenAiSettings(
        URI base,
        @Nullable String apiKey,
        @Nullable String model,
        String quality,
        @Nullable ModelFamily family,
        Duration timeout) {
    public static final URI OPENAI = URI.create("https://api.openai.com");
    public static final String DEFAULT_MODEL = "gpt-image-1";
    public static final List<String> QUALITIES = List.of("auto", "low", "medium", "high");

    private static final String VERSION = "v1";

    public OpenAiSettings {
        if (!QUALITIES.contains(quality)) {
            throw new IllegalArgumentException("quality is one of " + QUALITIES);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the time limit must be above 0");
        }
    }

    Endpoint endpoint() {
        Endpoint endpoint = Endpoint.of("openai", withVersion(base), "OPENAI_API_KEY");
        Endpoint known = apiKey == null ? endpoint.authorised(base, null) : endpoint.bearer(apiKey);
        return charges() ? known.charging() : known;
    }

    /** A key over https is what a service of others wants; a server of one's own that does so as well loses little by it. */
    private boolean charges() {
        return isOpenAi() || (apiKey != null && "https".equalsIgnoreCase(base.getScheme()));
    }

    boolean isOpenAi() {
        return OPENAI.getHost().equalsIgnoreCase(base.getHost());
    }

    /** What to ask for before the server has told which models it has. */
    @Nullable
    String configuredModel() {
        return model == null && isOpenAi() ? DEFAULT_MODEL : model;
    }

    private static URI withVersion(URI base) {
        HttpUrl url = HttpUrl.get(base);
        List<String> segments =
                url.pathSegments().stream().filter(s -> !s.isEmpty()).toList();
        boolean there = !segments.isEmpty() && segments.get(segments.size() - 1).equals(VERSION);
        HttpUrl.Builder result = url.newBuilder().encodedPath("/");
        segments.forEach(result::addPathSegment);
        return (there ? result : result.addPathSegment(VERSION)).build().uri();
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "OpenAiSettings[%s, apiKey=%s, model=%s, quality=%s, family=%s, timeout=%s]"
                .formatted(endpoint(), apiKey == null ? "none" : "set", model, quality, family, timeout);
    }
}

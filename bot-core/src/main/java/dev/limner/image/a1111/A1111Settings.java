package dev.limner.image.a1111;

import dev.limner.image.wire.Endpoint;
import dev.limner.prompt.ModelFamily;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to use one server.
 *
 * @param base such as {@code http://127.0.0.1:7860}; may carry {@code user:password@}
 * @param apiKey {@code user:password} for Basic authentication, otherwise a bearer token
 * @param family what the model is; derived from the checkpoint's name when null
 * @param model the checkpoint to draw with, as the server lists it; the one that is loaded when null
 * @param ipAdapter whether stable-diffusion.cpp was started with an IP-Adapter and its CLIP vision file
 * @param timeout how long a picture may make no progress
 * @param pollInterval how often to ask for progress
 */
public record A1111Settings(
        URI base,
        @Nullable String apiKey,
        @Nullable ModelFamily family,
        @Nullable String model,
        boolean ipAdapter,
        Duration timeout,
        Duration pollInterval) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(300);
    public static final Duration DEFAULT_POLL_INTERVAL = Duration.ofMillis(500);

    private static final Pattern HTTP = Pattern.compile("https?", Pattern.CASE_INSENSITIVE);
    /** What may stand in a header. */
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

    public A1111Settings {
        if (base.getScheme() == null || !HTTP.matcher(base.getScheme()).matches() || base.getHost() == null) {
            throw new IllegalArgumentException(
                    "the address of an a1111 server looks like http://127.0.0.1:7860, with http or https and a host");
        }
        if (apiKey != null
                && !apiKey.contains(":")
                && !PRINTABLE.matcher(apiKey).matches()) {
            throw new IllegalArgumentException("the key of the a1111 server contains characters that no key has");
        }
        if (timeout.isNegative() || timeout.isZero() || pollInterval.isNegative() || pollInterval.isZero()) {
            throw new IllegalArgumentException("the time limit and the interval of the a1111 server must be above 0");
        }
    }

    public static A1111Settings of(URI base) {
        return new A1111Settings(base, null, null, null, false, DEFAULT_TIMEOUT, DEFAULT_POLL_INTERVAL);
    }

    Endpoint endpoint() {
        return endpoint("a1111");
    }

    /** @param kind which protocol is spoken, so that what is noted of one is not taken for that of another */
    Endpoint endpoint(String kind) {
        return Endpoint.of(kind, base, "IMAGE_API_KEY").authorised(base, apiKey);
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "A1111Settings[base=%s://%s%s%s, apiKey=%s, family=%s, model=%s, ipAdapter=%s, timeout=%s, pollInterval=%s]"
                .formatted(
                        base.getScheme(),
                        base.getHost(),
                        base.getPort() < 0 ? "" : ":" + base.getPort(),
                        base.getPath(),
                        apiKey == null ? "none" : "set",
                        family,
                        model,
                        ipAdapter,
                        timeout,
                        pollInterval);
    }
}

package dev.limner.image.wire;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * A service and what it wants to see of us.
 *
 * @param kind of backend, which names its threads
 * @param base without credentials, query and fragment
 * @param headers that every call carries
 * @param secrets to be kept out of everything that is read by people
 * @param keyName the configuration key that holds the service's key, for the operator
 */
public record Endpoint(String kind, HttpUrl base, Map<String, String> headers, List<String> secrets, String keyName) {
    private static final String HIDDEN = "***";

    public Endpoint {
        headers = Map.copyOf(headers);
        secrets = List.copyOf(secrets);
    }

    /** @throws IllegalArgumentException when the address is not one of http or https */
    public static Endpoint of(String kind, URI address, String keyName) {
        HttpUrl base = HttpUrl.get(address)
                .newBuilder()
                .username("")
                .password("")
                .query(null)
                .fragment(null)
                .build();
        return new Endpoint(kind, base, Map.of(), List.of(), keyName);
    }

    public Endpoint with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Endpoint(kind, base, more, secrets, keyName);
    }

    public Endpoint hiding(Collection<String> texts) {
        List<String> shown = texts.stream().filter(text -> !text.isEmpty()).toList();
        return new Endpoint(kind, base, headers, shown, keyName);
    }

    /** The text with every secret made unreadable: servers repeat keys in their words. */
    public String withoutSecrets(String text) {
        String result = text;
        for (String secret : secrets) {
            result = result.replace(secret, HIDDEN);
        }
        return result;
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return kind + " " + base;
    }
}

package dev.limner.image.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A service and what it wants to see of us.
 *
 * @param kind of backend, which names its threads
 * @param base without credentials, query and fragment
 * @param headers that every call carries
 * @param secrets to be kept out of everything that is read by people
 * @param keyName the configuration key that holds the service's key, for the operator
 * @param charges whether it charges for each picture: what it took is not asked for again unless somebody wants that
 */
public record Endpoint(
        String kind, HttpUrl base, Map<String, String> headers, List<String> secrets, String keyName, boolean charges) {
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
        return new Endpoint(kind, base, Map.of(), List.of(), keyName, false);
    }

    public Endpoint with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Endpoint(kind, base, more, secrets, keyName, charges);
    }

    /** As a service that charges for each picture. */
    public Endpoint charging() {
        return new Endpoint(kind, base, headers, secrets, keyName, true);
    }

    /** With a token that nobody is to read. */
    public Endpoint bearer(String token) {
        return with("Authorization", "Bearer " + token).hiding(List.of(token));
    }

    /** With a name and a password that nobody is to read, neither as it is nor as it goes over the wire. */
    public Endpoint basic(String user, String password) {
        String header = Credentials.basic(user, password, StandardCharsets.UTF_8);
        return with("Authorization", header).hiding(List.of(password, header.substring(header.indexOf(' ') + 1)));
    }

    /**
     * As servers of one's own are protected.
     *
     * @param address may carry {@code user:password@}, which counts where there is no key
     * @param key {@code user:password}, or else a bearer token; null for none
     */
    public Endpoint authorised(URI address, @Nullable String key) {
        if (key == null) {
            HttpUrl given = HttpUrl.get(address.toString());
            return given.username().isEmpty() ? this : basic(given.username(), given.password());
        }
        int colon = key.indexOf(':');
        return colon < 0 ? bearer(key) : basic(key.substring(0, colon), key.substring(colon + 1));
    }

    public Endpoint hiding(Collection<String> texts) {
        List<String> shown = texts.stream().filter(text -> !text.isEmpty()).toList();
        return new Endpoint(kind, base, headers, shown, keyName, charges);
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

package dev.limner.gateway.http;

import dev.limner.gateway.GatewayKey;
import dev.limner.gateway.GatewaySettings;
import dev.limner.gateway.desk.Caller;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in. Without keys it is whoever is on this machine, but no web page: a page of another origin is kept out
 * by the Host header, the Origin header and the content types that it could not send unasked.
 */
final class Gate {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String WRONG = "Incorrect username or password";

    private final List<Entry> entries = new ArrayList<>();

    Gate(GatewaySettings settings) {
        for (GatewayKey key : settings.keys()) {
            Caller caller = Caller.of(key.name(), key.bound(), key.channel());
            entries.add(new Entry(caller, digest(key.secret()), digest(key.name() + ":" + key.secret())));
        }
    }

    private record Entry(Caller caller, byte[] bearer, byte[] basic) {}

    /** Everyone who may come in. */
    List<Caller> callers() {
        return entries.isEmpty()
                ? List.of(Caller.of("local", null))
                : entries.stream().map(Entry::caller).toList();
    }

    Caller admit(HttpHeaders headers) throws Refusal {
        if (entries.isEmpty()) {
            admitFromHere(headers);
            return callers().get(0);
        }
        List<String> given = headers.getAll(HttpHeaderNames.AUTHORIZATION);
        Caller caller = given.size() == 1 ? find(given.get(0)) : null;
        if (caller == null) {
            throw new Refusal(401, WRONG);
        }
        return caller;
    }

    /** Compares with every key, each in a time that does not tell how much was right. */
    private @Nullable Caller find(String authorization) {
        int blank = authorization.indexOf(' ');
        String scheme = blank < 0 ? "" : authorization.substring(0, blank);
        String credentials = authorization.substring(blank + 1).strip();
        boolean basic = scheme.equalsIgnoreCase("Basic");
        if (!basic && !scheme.equalsIgnoreCase("Bearer")) {
            return null;
        }
        byte[] given = digest(basic ? decoded(credentials) : credentials);
        Caller found = null;
        for (Entry entry : entries) {
            if (MessageDigest.isEqual(basic ? entry.basic() : entry.bearer(), given)) {
                found = entry.caller();
            }
        }
        return found;
    }

    private static String decoded(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void admitFromHere(HttpHeaders headers) throws Refusal {
        List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
        if (hosts.size() != 1 || !LOOPBACK.contains(host("http://" + hosts.get(0)))) {
            throw new Refusal(403, "Without keys the gateway answers on 127.0.0.1 and localhost only.");
        }
        String origin = headers.get(HttpHeaderNames.ORIGIN);
        String site = headers.get("Sec-Fetch-Site");
        boolean page = (origin != null && !origin.equals("http://" + hosts.get(0)))
                || (site != null && !site.equals("same-origin") && !site.equals("none"));
        if (page) {
            throw new Refusal(403, "This came from a web page. Set GATEWAY_KEYS, and send one of them.");
        }
    }

    private static String host(String address) {
        try {
            String host = new URI(address).getHost();
            return host == null ? "" : host;
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

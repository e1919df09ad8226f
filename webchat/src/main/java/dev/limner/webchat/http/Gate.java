package dev.limner.webchat.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web pages of the same browser out. The Host header must name loopback, or a page whose name was made to
 * point here (DNS rebinding) would count as ours; what changes something must come from our own page by its Origin; and
 * what is read by scripts must not be asked for by another page.
 */
final class Gate {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private final Set<String> hosts;

    Gate(int port) {
        this.hosts = port == 80
                ? Set.of("127.0.0.1", "localhost", "127.0.0.1:80", "localhost:80")
                : Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    void admit(HttpExchange exchange) throws Refusal {
        Headers headers = exchange.getRequestHeaders();
        String host = only(headers, "Host");
        if (host == null || !hosts.contains(host)) {
            throw new Refusal(421, "Limner's web chat answers on 127.0.0.1 only.");
        }
        boolean reading = READING.contains(exchange.getRequestMethod());
        if (!reading && !("http://" + host).equals(only(headers, "Origin"))) {
            throw new Refusal(403, "This came from another page than Limner's own.");
        }
        boolean script = !reading || exchange.getRequestURI().getPath().startsWith("/api/");
        String site = only(headers, "Sec-Fetch-Site");
        if (script && site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new Refusal(403, "This came from another page than Limner's own.");
        }
    }

    /** The value of a header that stands there once; a header that is repeated counts as none. */
    private static @Nullable String only(Headers headers, String name) {
        List<String> values = headers.get(name);
        return values == null || values.size() != 1 ? null : values.get(0);
    }
}

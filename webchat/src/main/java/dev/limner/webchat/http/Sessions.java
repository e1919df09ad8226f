package dev.limner.webchat.http;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The browsers that are known: a cookie that scripts cannot read says which, and a token that only our own page can read
 * says that it is our page which asks. Cookies are shared by all ports of a host, so the name carries the port.
 */
final class Sessions {
    static final String TOKEN_HEADER = "X-Limner-Token";
    private final int limit;
    private final String cookie;
    private final Map<String, Session> byId = new LinkedHashMap<>(16, 0.75f, true);

    /** @param limit how many are kept; the one that was idle longest gives way */
    Sessions(int port, int limit) {
        this.cookie = "limner_session_" + port;
        this.limit = limit;
    }

    /** The session of a request, or a new one with its cookie. */
    synchronized Session open(HttpExchange exchange) {
        return find(exchange).orElseGet(() -> {
            makeRoom();
            Session session = new Session();
            byId.put(session.id(), session);
            exchange.getResponseHeaders()
                    .add("Set-Cookie", cookie + "=" + session.id() + "; Path=/; HttpOnly; SameSite=Strict");
            return session;
        });
    }

    /** The session of a request that only reads. */
    synchronized Session known(HttpExchange exchange) throws Refusal {
        return find(exchange).orElseThrow(Sessions::unknown);
    }

    /** The session of a request that does something, which must show the session's token. */
    synchronized Session authentic(HttpExchange exchange) throws Refusal {
        Session session = known(exchange);
        String shown = exchange.getRequestHeaders().getFirst(TOKEN_HEADER);
        if (shown == null || !MessageDigest.isEqual(ascii(shown), ascii(session.token()))) {
            throw unknown();
        }
        return session;
    }

    synchronized List<Session> all() {
        return new ArrayList<>(byId.values());
    }

    private static Refusal unknown() {
        return new Refusal(401, "This page has lost its session. Reload it.");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Optional<Session> find(HttpExchange exchange) {
        for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
            for (String pair : header.split(";")) {
                String[] parts = pair.strip().split("=", 2);
                if (parts.length == 2 && parts[0].equals(cookie) && byId.containsKey(parts[1])) {
                    return Optional.ofNullable(byId.get(parts[1]));
                }
            }
        }
        return Optional.empty();
    }

    private void makeRoom() {
        if (byId.size() < limit) {
            return;
        }
        Session idle = byId.values().stream()
                .filter(session -> !session.isWatched())
                .findFirst()
                .orElseGet(() -> byId.values().iterator().next());
        byId.remove(idle.id());
        idle.streams().forEach(EventStream::finish);
    }
}

package dev.limner.webchat.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** A whole answer, and the headers that every answer carries. */
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, String mediaType, Map<String, String> headers, byte[] body) {
    /** Nothing from elsewhere, nothing inline, in nobody's frame. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'";

    public Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(int status, Object value) {
        return new Reply(status, "application/json", Map.of("Cache-Control", "no-store"), Json.bytes(value));
    }

    static Reply error(Refusal refusal) {
        return json(refusal.status(), Map.of("error", String.valueOf(refusal.getMessage())));
    }

    /** Bytes that never change under their name. Only pictures are shown; anything else is for saving. */
    static Reply file(byte[] bytes, String mediaType, boolean download) {
        boolean picture = mediaType.matches("image/(png|jpeg|webp|gif)");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "private, max-age=31536000, immutable");
        if (download || !picture) {
            headers.put("Content-Disposition", "attachment");
        }
        return new Reply(200, picture ? mediaType : "application/octet-stream", headers, bytes);
    }

    Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, mediaType, more, body);
    }

    void send(HttpExchange exchange) throws IOException {
        protect(exchange);
        headers.forEach(exchange.getResponseHeaders()::set);
        boolean bodiless = status == 304 || exchange.getRequestMethod().equals("HEAD");
        if (!bodiless) {
            exchange.getResponseHeaders().set("Content-Type", mediaType);
        }
        exchange.sendResponseHeaders(status, bodiless || body.length == 0 ? -1 : body.length);
        if (!bodiless && body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    static void protect(HttpExchange exchange) {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
    }
}

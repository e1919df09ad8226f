package dev.limner.gateway.api;

import dev.limner.gateway.http.Answering;
import dev.limner.gateway.http.Reply;
import dev.limner.gateway.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The OpenAPI description of everything that can be asked here. */
final class Description {
    private static final int SMALL = 1 << 16;

    private Description() {}

    static Route route() {
        byte[] description = read();
        return new Route(
                "GET", "/openapi.json", List.of(), SMALL, request -> Answering.now(Reply.json(200, description)));
    }

    private static byte[] read() {
        try (InputStream in = Description.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("the description is missing from the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

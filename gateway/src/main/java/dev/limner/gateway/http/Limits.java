package dev.limner.gateway.http;

import java.time.Duration;

/**
 * What one client may take of the server's time and memory.
 *
 * @param connections at once; when there are more, the oldest from which no key came makes room, or else the one that
 *     rests longest between two requests
 * @param bodies bytes of all requests that are being read, and as many again of pictures that are being sent
 * @param first until the head of a connection's first request is there whole
 * @param idle until the next request's head is there whole
 * @param reading until a request is there whole
 * @param draining how long the rest of a refused request is thrown away
 * @param writing until a piece of an answer, of at most 64 kB, is taken
 */
public record Limits(
        int connections,
        long bodies,
        Duration first,
        Duration idle,
        Duration reading,
        Duration draining,
        Duration writing) {

    /** Fits a heap of 256 MB. */
    public static Limits standard() {
        return new Limits(
                256,
                Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 8),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60));
    }
}

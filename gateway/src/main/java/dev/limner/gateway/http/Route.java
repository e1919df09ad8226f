package dev.limner.gateway.http;

import dev.limner.gateway.desk.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What answers a method and a path.
 *
 * @param path such as {@code /api/avatars/*}; a star stands for one part of any name
 * @param accepts the media types that a body may have; empty for a request without one
 * @param most bytes in a body
 * @param opening makes an exchange of a request whose head came in; not to block
 * @param open whether it answers without a key too, and so has to know by itself what it may tell
 */
public record Route(
        String method, String path, List<String> accepts, int most, Function<Caller, Exchange> opening, boolean open) {
    private static final int LARGE = 2 << 20;

    public Route {
        accepts = List.copyOf(accepts);
    }

    /** For those who have a key. */
    public Route(String method, String path, List<String> accepts, int most, Endpoint endpoint) {
        this(method, path, accepts, most, caller -> endpoint, false);
    }

    public Route openToAll() {
        return new Route(method, path, accepts, most, opening, true);
    }

    /** Answers requests of which nothing is left to do when their clients hang up. */
    @FunctionalInterface
    public interface Endpoint extends Exchange {
        @Override
        default void left() {}

        @Override
        default void ended() {}
    }

    /** Whether its bodies hold images, which take long to take in. */
    boolean takesImages() {
        return most > LARGE;
    }

    /** For people to read. */
    String shown() {
        return method + " " + path;
    }

    /** The parts that stars stand for; empty when the path is another. */
    Optional<List<String>> match(List<String> asked) {
        String[] own = path.substring(1).split("/", -1);
        if (own.length != asked.size()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            if (own[i].equals("*")) {
                parts.add(asked.get(i));
            } else if (!own[i].equals(asked.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }

    boolean accepts(@Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
        return accepts.contains(type);
    }
}

package dev.limner.image.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.Headers;

/**
 * What a service answered, complete.
 *
 * @param call such as {@code POST https://api.openai.com/v1/images/edits}, for the operator
 * @param body not to be changed
 */
public record Reply(String call, int status, Headers headers, byte[] body) {
    private static final int LONGEST_WORDS = 500;
    private static final int WORDS_LOOKED_AT = 20_000;

    /** HAProxy; Traefik; Envoy, twice; Apache. */
    private static final String[] WITHOUT_SERVER = {
        "no server is available",
        "no available server",
        "no healthy upstream",
        "reset reason: connection failure",
        "reset reason: remote connection failure",
        "temporarily unable to service your"
    };

    /** Envoy, of a server that closed the connection before it answered. */
    private static final String[] HUNG_UP = {"reset reason: connection termination", "reset reason: remote reset"};

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /**
     * Whether somebody between gave up waiting, such as a proxy at its time limit: the server may work on. 520 and 524 are
     * Cloudflare's; a server that passes on what a service behind it said answers 502 in JSON of its own.
     */
    public boolean isGivenUpBetween() {
        return switch (status) {
            case 408, 504, 520, 524 -> true;
            case 502 -> isOfProxy();
            case 503 -> isOfProxy() && says(HUNG_UP);
            default -> false;
        };
    }

    /**
     * Whether it comes from somebody between who finds no server behind: nothing listens there, or it hung up. 521, 523 and
     * 530 are Cloudflare's; 503 is said by a server that is busy as well, so there the words decide.
     */
    public boolean isWithoutServer() {
        return switch (status) {
            case 521, 523, 530 -> true;
            case 502 -> isOfProxy();
            case 503 -> isOfProxy() && says(WITHOUT_SERVER);
            default -> false;
        };
    }

    /** Servers say in JSON what they have to say. */
    private boolean isOfProxy() {
        return json().filter(JsonNode::isObject).isEmpty();
    }

    /** Empty when it is not JSON. */
    public Optional<JsonNode> json() {
        return json(Set.of());
    }

    /**
     * As JSON; empty when it is none.
     *
     * @param base64 fields whose values are decoded while they are read, and become binary nodes; those that turn out
     *     not to be Base64 stay text
     */
    public Optional<JsonNode> json(Set<String> base64) {
        try {
            return Optional.of(Json.read(body, base64));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** JSON that stood within a string of an answer; empty when it is none. */
    public static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(Json.read(text.getBytes(StandardCharsets.UTF_8), Set.of()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public boolean looksLikeHtml() {
        return start().stripLeading().startsWith("<");
    }

    /** The server's own words, on one line, cut short. */
    public String words() {
        String line = start().replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS) + " [cut]";
    }

    /** Whether the server's words contain one of these, which are in lower case. */
    public boolean says(String... phrases) {
        String text = start().toLowerCase(Locale.ROOT);
        for (String phrase : phrases) {
            if (text.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** For the operator. */
    public String describe() {
        return call + " answered " + status + ": " + words();
    }

    /** How long it asks to be left alone. */
    public Optional<Duration> retryAfter() {
        return RetryAfter.of(headers);
    }

    private String start() {
        return new String(body, 0, Math.min(WORDS_LOOKED_AT, body.length), StandardCharsets.UTF_8);
    }
}

package dev.limner.image.a1111;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server answered, complete.
 *
 * @param call such as {@code POST http://127.0.0.1:7860/sdapi/v1/txt2img}, for the operator
 * @param body not to be changed
 */
record Reply(String call, int status, byte[] body) {
    private static final int LONGEST_WORDS = 500;
    private static final int WORDS_LOOKED_AT = 20_000;

    /** A picture is one JSON string, longer than Jackson takes by itself. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(SdApi.LARGEST_ANSWER)
                    .build())
            .build());

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Empty when it is not JSON. */
    Optional<JsonNode> json() {
        try {
            return present(JSON.readTree(body));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** JSON that stood within a string; empty when it is none. */
    static Optional<JsonNode> parse(String text) {
        try {
            return present(JSON.readTree(text));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> present(JsonNode node) {
        return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    boolean looksLikeHtml() {
        return start(WORDS_LOOKED_AT).stripLeading().startsWith("<");
    }

    /** The server's own words, on one line, cut short. */
    String words() {
        String line = start(WORDS_LOOKED_AT).replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS) + " [cut]";
    }

    /** Whether the server's words contain one of these, whatever their case. */
    boolean says(String... phrases) {
        String text = start(WORDS_LOOKED_AT).toLowerCase(Locale.ROOT);
        for (String phrase : phrases) {
            if (text.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** For the operator. */
    String describe() {
        return call + " answered " + status + ": " + words();
    }

    private String start(int bytes) {
        return new String(body, 0, Math.min(bytes, body.length), StandardCharsets.UTF_8);
    }
}

package dev.limner.gateway.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.gateway.http.Refusal;
import dev.limner.gateway.http.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes JSON. What is read is hostile until its fields were looked at. */
final class Json {
    private static final int DEEPEST = 32;
    /** Room for a mask and the like, which are passed over. What is to be drawn over is read by {@link JsonWithImages}. */
    private static final int LONGEST = 8 << 20;
    /** A request has some hundred; each takes memory, however short it is written. */
    private static final int MOST_TOKENS = 20_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST)
                        .maxTokenCount(MOST_TOKENS)
                        .build());
    }

    private static final ObjectReader ONE = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reply reply(int status, Object value) {
        try {
            return Reply.json(status, MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reply reply(Object value) {
        return reply(200, value);
    }

    /** @throws Refusal with a status of the caller's choice when it is no JSON object */
    static ObjectNode read(byte[] body, int otherwise) throws Refusal {
        try {
            if (MAPPER.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw noJson(otherwise);
        }
        throw noObject(otherwise);
    }

    static JsonParser parser(byte[] body) throws IOException {
        return MAPPER.getFactory().createParser(body);
    }

    /** The value that a parser is at, whatever follows it. */
    static JsonNode value(JsonParser parser) throws IOException {
        return ONE.readTree(parser);
    }

    static Refusal noJson(int status) {
        return new Refusal(status, "The body is not JSON, or has far more values than a request.", "");
    }

    static Refusal noObject(int status) {
        return new Refusal(status, "The body is to be a JSON object.", "");
    }
}

package dev.limner.image.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;

/** Reads JSON in which pictures stand as Base64, without making a string of each first. */
final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * As a tree, each takes some ten times as much memory as bytes. ComfyUI's description of all its nodes, the longest
     * answer there is, has some hundred thousand, and a million where thousands of LoRAs stand in a hundred lists.
     */
    private static final long MOST_TOKENS = 4_000_000;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Wire.LARGEST_ANSWER)
                    .maxNestingDepth(64)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .build());

    private Json() {}

    static JsonNode read(byte[] body, Set<String> base64) throws IOException {
        if (!base64.isEmpty()) {
            try (JsonParser parser = MAPPER.createParser(body)) {
                parser.nextToken();
                return value(parser, base64, false);
            } catch (JsonProcessingException e) {
                // a data URI, or broken JSON, which the next attempt tells apart
            }
        }
        JsonNode node = MAPPER.readTree(body);
        if (node == null || node.isMissingNode()) {
            throw new IOException("the answer is empty");
        }
        return node;
    }

    private static JsonNode value(JsonParser parser, Set<String> base64, boolean binary) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("the answer is cut off");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, base64);
            case START_ARRAY -> array(parser, base64, binary);
            case VALUE_STRING -> binary ? NODES.binaryNode(parser.getBinaryValue()) : NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            default -> NODES.nullNode();
        };
    }

    private static JsonNode whole(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? NODES.numberNode(parser.getBigIntegerValue())
                : NODES.numberNode(parser.getLongValue());
    }

    private static ObjectNode object(JsonParser parser, Set<String> base64) throws IOException {
        ObjectNode node = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            node.set(name, value(parser, base64, base64.contains(name)));
        }
        return node;
    }

    private static ArrayNode array(JsonParser parser, Set<String> base64, boolean binary) throws IOException {
        ArrayNode node = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            node.add(value(parser, base64, binary));
        }
        return node;
    }
}

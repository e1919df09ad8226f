package dev.limner.gateway.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.gateway.http.Refusal;
import java.io.IOException;
import java.util.Base64;

/**
 * Reads a JSON object in which one list holds images as base64. They are decoded out of the body itself, since as text
 * each would stand in memory several times over.
 */
final class JsonWithImages {
    private final byte[] body;
    private final String list;
    private final int otherwise;

    private JsonWithImages(byte[] body, String list, int otherwise) {
        this.body = body;
        this.list = list;
        this.otherwise = otherwise;
    }

    /**
     * @return the object; the texts of the list are binary nodes in it
     * @throws Refusal with a status of the caller's choice when it is no such object
     */
    static ObjectNode read(byte[] body, String list, int otherwise) throws Refusal {
        try (JsonParser parser = Json.parser(body)) {
            return new JsonWithImages(body, list, otherwise).object(parser);
        } catch (IOException e) {
            throw Json.noJson(otherwise);
        }
    }

    private ObjectNode object(JsonParser parser) throws IOException, Refusal {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw Json.noObject(otherwise);
        }
        ObjectNode object = Json.object();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean ofImages = parser.nextToken() == JsonToken.START_ARRAY && name.equals(list);
            object.set(name, ofImages ? images(parser) : Json.value(parser));
        }
        if (parser.nextToken() != null) {
            throw Json.noJson(otherwise);
        }
        return object;
    }

    private ArrayNode images(JsonParser parser) throws IOException, Refusal {
        ArrayNode images = Json.array();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                // the parser passes over a text that nobody asks it for
                images.add(image(parser.currentTokenLocation().getByteOffset()));
            } else {
                images.add(Json.value(parser));
            }
        }
        return images;
    }

    /** @param quote where the text begins; unknown in another encoding than UTF-8 */
    private byte[] image(long quote) throws Refusal {
        if (quote < 0 || body[(int) quote] != '"') {
            throw Json.noJson(otherwise);
        }
        JsonText text = new JsonText(body, (int) quote + 1);
        text.skipDataPrefix();
        try (var decoded = Base64.getMimeDecoder().wrap(text)) {
            return decoded.readAllBytes();
        } catch (IOException e) {
            throw new Refusal(otherwise, "Invalid encoded image", list);
        }
    }
}

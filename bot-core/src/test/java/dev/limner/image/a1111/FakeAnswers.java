package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.Pictures;
import java.util.Base64;

/** What the programs answer when a picture is done. */
final class FakeAnswers {
    private FakeAnswers() {}

    /** Carries its prompt in the picture's own metadata, as the originals do. */
    static ObjectNode picture(JsonNode body, FakeKind kind, int largestSide, FakeAdapters adapters) {
        int width = Math.min(largestSide, body.path("width").asInt(512));
        int height = Math.min(largestSide, body.path("height").asInt(512));
        byte[] png = Pictures.pngWithText(
                width, height, "parameters", body.path("prompt").asText());
        ObjectNode answer = images(Base64.getEncoder().encodeToString(png));
        if (kind == FakeKind.KOBOLD_CPP) {
            return answer.put("info", "");
        }
        answer.set("parameters", body);
        ObjectNode info = FakeA1111.JSON.createObjectNode();
        info.put("seed", body.path("seed").asLong()).put("width", width).put("height", height);
        info.put("index_of_first_image", 0);
        adapters.putAnswer(body, info, (ArrayNode) answer.path("images"));
        return answer.put("info", info.toString());
    }

    static ObjectNode images(String... encoded) {
        ObjectNode answer = FakeA1111.JSON.createObjectNode();
        answer.set("images", FakeA1111.JSON.valueToTree(encoded));
        answer.putObject("parameters");
        return answer.put("info", "{}");
    }
}

package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;

/** How the programs say no. */
final class FakeErrors {
    private static final Map<String, Predicate<JsonNode>> TYPES = Map.ofEntries(
            Map.entry("prompt", JsonNode::isTextual),
            Map.entry("negative_prompt", JsonNode::isTextual),
            Map.entry("sampler_name", JsonNode::isTextual),
            Map.entry("scheduler", JsonNode::isTextual),
            Map.entry("force_task_id", JsonNode::isTextual),
            Map.entry("seed", JsonNode::isIntegralNumber),
            Map.entry("steps", JsonNode::isIntegralNumber),
            Map.entry("width", JsonNode::isIntegralNumber),
            Map.entry("height", JsonNode::isIntegralNumber),
            Map.entry("batch_size", JsonNode::isIntegralNumber),
            Map.entry("n_iter", JsonNode::isIntegralNumber),
            Map.entry("cfg_scale", JsonNode::isNumber),
            Map.entry("distilled_cfg_scale", JsonNode::isNumber),
            Map.entry("send_images", JsonNode::isBoolean),
            Map.entry("save_images", JsonNode::isBoolean),
            Map.entry("override_settings", JsonNode::isObject),
            Map.entry("alwayson_scripts", JsonNode::isObject));

    private FakeErrors() {}

    /** Null when there is nothing to object to. */
    static @Nullable MockResponse refusal(JsonNode body, FakeKind kind, FakeDescriptions descriptions) {
        for (Map.Entry<String, Predicate<JsonNode>> type : TYPES.entrySet()) {
            JsonNode value = body.path(type.getKey());
            if (!value.isMissingNode() && !type.getValue().test(value)) {
                return FakeA1111.json(422, field(type.getKey(), "value is of the wrong type"));
            }
        }
        if (body.has("script_name")) {
            return of(
                    kind,
                    422,
                    "HTTPException",
                    "Script '" + body.path("script_name").asText() + "' not found");
        }
        String sampler = body.path("sampler_name").asText("");
        if (!sampler.isEmpty() && !descriptions.hasSampler(sampler)) {
            return of(kind, kind == FakeKind.SD_NEXT ? 404 : 400, "HTTPException", "Sampler not found");
        }
        return null;
    }

    static ObjectNode field(String name, String message) {
        ObjectNode error = FakeA1111.JSON.createObjectNode();
        ObjectNode detail = error.putArray("detail").addObject();
        detail.set("loc", FakeA1111.JSON.valueToTree(List.of("body", name)));
        detail.put("msg", message).put("type", "type_error");
        return error;
    }

    /** An exception in the server, in the four-key shape where the program has it. */
    static MockResponse of(FakeKind kind, int status, String exception, String message) {
        if (kind.explainsErrors()) {
            ObjectNode error = FakeA1111.JSON.createObjectNode();
            error.put("error", exception)
                    .put("detail", status == 500 ? "" : message)
                    .put("body", "")
                    .put("errors", message);
            return FakeA1111.json(status, error);
        }
        return status == 500
                ? new MockResponse.Builder()
                        .code(500)
                        .setHeader("Content-Type", "text/plain")
                        .body("Internal Server Error")
                        .build()
                : FakeA1111.json(status, FakeA1111.JSON.createObjectNode().put("detail", message));
    }
}

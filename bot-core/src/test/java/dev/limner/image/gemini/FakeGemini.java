package dev.limner.image.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.PictureCheck;
import dev.limner.image.Pictures;
import dev.limner.image.UnusablePictureException;
import dev.limner.image.wire.FakeService;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** {@code generateContent} of Gemini's image models on loopback; refuses fields it does not know, as Google does. */
public final class FakeGemini extends FakeService {
    private static final String BASE = "/v1beta/models/";
    private static final Set<String> RATIOS =
            Set.of("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9");

    private final String model;
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private volatile @Nullable String key;

    public FakeGemini(String model) {
        this.model = model;
    }

    FakeGemini key(String wanted) {
        key = wanted;
        return this;
    }

    public FakeGemini start() {
        listen();
        return this;
    }

    List<JsonNode> taken() {
        return taken;
    }

    @Override
    protected MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        String wanted = key;
        String given = request.getHeaders().get("x-goog-api-key");
        if (wanted != null && !wanted.equals(given)) {
            return error(400, "INVALID_ARGUMENT", "API key not valid: " + given, "");
        }
        if (!path.startsWith(BASE + model)) {
            return error(404, "NOT_FOUND", "models/x is not found", "");
        }
        return switch (request.getMethod() + " " + path.substring((BASE + model).length())) {
            case "GET " -> status(200, "{\"name\":\"models/" + model + "\"}");
            case "POST :generateContent" -> generate(object(request));
            default -> error(404, "NOT_FOUND", "no such method", "");
        };
    }

    private MockResponse generate(@Nullable ObjectNode body) {
        String fault = body == null ? "Invalid JSON payload received." : fault(body);
        if (fault != null || body == null) {
            return error(400, "INVALID_ARGUMENT", String.valueOf(fault), "");
        }
        taken.add(body);
        String[] shape = body.at("/generationConfig/imageConfig/aspectRatio")
                .asText("1:1")
                .split(":");
        int width = 64 * Integer.parseInt(shape[0]);
        int height = 64 * Integer.parseInt(shape[1]);
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode candidate = answer.putArray("candidates").addObject().put("finishReason", "STOP");
        var parts = candidate.putObject("content").put("role", "model").putArray("parts");
        parts.addObject().put("thought", true).set("inlineData", image(Pictures.png(16, 16)));
        parts.addObject().put("text", "Here is the picture.");
        parts.addObject().set("inlineData", image(Pictures.png(width, height)));
        return json(200, answer);
    }

    private @Nullable String fault(ObjectNode body) {
        if (!Set.of("contents", "generationConfig").containsAll(names(body))) {
            return "Unknown name";
        }
        JsonNode config = body.path("generationConfig");
        if (!Set.of("responseModalities", "imageConfig").containsAll(names(config))
                || !config.path("responseModalities").toString().contains("\"IMAGE\"")) {
            return "generation_config";
        }
        JsonNode image = config.path("imageConfig");
        if (!RATIOS.contains(image.path("aspectRatio").asText("1:1"))
                || image.has("imageSize") && model.startsWith("gemini-2")) {
            return "image_config";
        }
        boolean text = false;
        for (JsonNode part : body.at("/contents/0/parts")) {
            text |= !part.path("text").asText("").isBlank();
            if (part.has("inline_data") && !isImage(part.path("inline_data"))) {
                return "Unable to process input image.";
            }
        }
        return text ? null : "contents";
    }

    private static boolean isImage(JsonNode data) {
        try {
            byte[] bytes = Base64.getDecoder().decode(data.path("data").asText());
            return PictureCheck.of(bytes)
                    .mediaType()
                    .equals(data.path("mime_type").asText());
        } catch (IllegalArgumentException | UnusablePictureException e) {
            return false;
        }
    }

    private static ObjectNode image(byte[] png) {
        return JSON.createObjectNode()
                .put("mimeType", "image/png")
                .put("data", Base64.getEncoder().encodeToString(png));
    }

    private static Set<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    static MockResponse error(int code, String status, String message, String retryDelay) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode error = body.putObject("error")
                .put("code", code)
                .put("message", message)
                .put("status", status);
        error.putArray("details").addObject().put("retryDelay", retryDelay);
        return json(code, body);
    }
}

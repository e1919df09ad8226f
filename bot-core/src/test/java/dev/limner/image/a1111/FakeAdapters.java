package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;

/** What a fake server can do with reference images, LoRAs and embeddings; as exact as each program about names. */
final class FakeAdapters {
    private static final List<String> A1111_MODULES = List.of(
            "none",
            "ip-adapter-auto",
            "ip-adapter_clip_sd15",
            "ip-adapter_clip_sdxl",
            "ip-adapter_clip_sdxl_plus_vith",
            "ip-adapter_face_id",
            "ip-adapter_face_id_plus",
            "ip-adapter_pulid");
    private static final List<String> FORGE_MODULES = List.of(
            "None",
            "CLIP-ViT-H (IPAdapter)",
            "CLIP-ViT-bigG (IPAdapter)",
            "InsightFace+CLIP-H (IPAdapter)",
            "InsightFace (InstantID)");

    private final FakeKind kind;
    private volatile List<String> models = List.of();
    private volatile List<String> sdNext = List.of("Base SDXL", "Plus ViT-H SDXL", "Plus Face ViT-H SDXL");
    private volatile List<String> loras = List.of();
    private volatile List<String> embeddings = List.of();
    private volatile int units = 3;
    private volatile boolean controlNet;
    private volatile String failing = "";
    private volatile boolean deaf;
    private volatile boolean sizedStitch = true;

    FakeAdapters(FakeKind kind) {
        this.kind = kind;
        this.controlNet = kind.isForge();
    }

    void models(String... names) {
        controlNet = true;
        models = List.of(names);
    }

    void units(int count) {
        units = count;
    }

    void loras(String... names) {
        loras = List.of(names);
    }

    void embeddings(String... names) {
        embeddings = List.of(names);
    }

    /** Requests with references fail with these words. */
    void failing(String words) {
        failing = words;
    }

    /** SD.Next's adapter fails, which is only logged. */
    void deaf() {
        deaf = true;
    }

    /** An older Forge Neo, whose script takes two arguments. */
    void withoutStitchSize() {
        sizedStitch = false;
    }

    @Nullable
    JsonNode describe(String path) {
        return switch (path) {
            case "/controlnet/model_list" -> controlNet ? list("model_list", models) : null;
            case "/controlnet/module_list" -> controlNet ? list("module_list", modules()) : null;
            case "/controlnet/version" -> controlNet && kind == FakeKind.A1111 ? version() : null;
            case "/controlnet/settings" -> controlNet && kind == FakeKind.A1111 ? settings() : null;
            case "/sdapi/v1/ip-adapters" -> kind == FakeKind.SD_NEXT ? FakeA1111.JSON.valueToTree(sdNext) : null;
            case "/sdapi/v1/loras" -> loras();
            case "/sdapi/v1/embeddings" -> kind.tellsProgress() ? embeddings() : null;
            default -> null;
        };
    }

    void putOptions(ObjectNode options) {
        if (kind.isForge()) {
            options.put("control_net_unit_count", units);
        }
    }

    private List<String> modules() {
        return kind.isForge() ? FORGE_MODULES : A1111_MODULES;
    }

    private static ObjectNode list(String name, List<String> values) {
        ObjectNode answer = FakeA1111.JSON.createObjectNode();
        answer.set(name, FakeA1111.JSON.valueToTree(values));
        return answer;
    }

    private static ObjectNode version() {
        return FakeA1111.JSON.createObjectNode().put("version", 3);
    }

    private ObjectNode settings() {
        return FakeA1111.JSON.createObjectNode().put("control_net_unit_count", units);
    }

    private ArrayNode loras() {
        ArrayNode list = FakeA1111.JSON.createArrayNode();
        loras.forEach(name -> list.addObject().put("name", name).put("path", "/models/" + name + ".safetensors"));
        return list;
    }

    /** By name, with what each is; SD.Next tells the names only. */
    private ObjectNode embeddings() {
        ObjectNode answer = FakeA1111.JSON.createObjectNode();
        if (kind == FakeKind.SD_NEXT) {
            ArrayNode loaded = answer.putArray("loaded");
            embeddings.forEach(loaded::add);
            answer.putArray("skipped");
        } else {
            ObjectNode loaded = answer.putObject("loaded");
            embeddings.forEach(name -> loaded.putObject(name).put("vectors", 4));
            answer.putObject("skipped");
        }
        return answer;
    }

    /** Null when there is nothing to object to. */
    @Nullable
    MockResponse refusal(JsonNode body) {
        for (var script : body.path("alwayson_scripts").properties()) {
            boolean known = script.getKey().equalsIgnoreCase("controlnet") && controlNet
                    || script.getKey().equals("ImageStitch Integrated") && kind == FakeKind.FORGE_NEO;
            if (!known) {
                return FakeErrors.of(kind, 422, "HTTPException", "always on script " + script.getKey() + " not found");
            }
        }
        boolean references = body.has("alwayson_scripts") || body.has("ip_adapter") || body.has("extra_images");
        if (references && !failing.isEmpty()) {
            return FakeErrors.of(kind, 500, "Exception", failing);
        }
        MockResponse refusal = stitch(
                body.path("alwayson_scripts").path("ImageStitch Integrated").path("args"));
        return refusal != null ? refusal : kind == FakeKind.SD_NEXT ? sdNext(body) : units(body);
    }

    private @Nullable MockResponse stitch(JsonNode args) {
        if (args.isMissingNode()) {
            return null;
        }
        if (!sizedStitch && args.size() > 2) {
            return FakeA1111.json(
                    422, FakeErrors.field("args", "process() takes from 2 to 4 positional arguments but 5 were given"));
        }
        boolean proper = args.path(0).isBoolean()
                && args.path(1).isArray()
                && (args.size() < 3 || args.path(2).isInt());
        for (JsonNode image : args.path(1)) {
            proper &= isBase64(image);
        }
        return proper ? null : FakeErrors.of(kind, 500, "TypeError", "wrong");
    }

    private @Nullable MockResponse sdNext(JsonNode body) {
        for (JsonNode item : body.path("ip_adapter")) {
            double scale = item.path("scale").asDouble(-1);
            if (scale < 0 || scale > 1 || !(item.path("end").asDouble(0) > 0)) {
                return FakeA1111.json(422, FakeErrors.field("ip_adapter", "ensure this value is at most 1"));
            }
            if (!item.path("images").isArray() || !isBase64(item.path("images").path(0))) {
                return FakeErrors.of(kind, 500, "HTTPException", "Invalid encoded image");
            }
        }
        return null;
    }

    /** Those beyond its count it does not even look at. */
    List<JsonNode> unitsOf(JsonNode body) {
        List<JsonNode> counted = new ArrayList<>();
        for (JsonNode unit : body.path("alwayson_scripts").path("controlnet").path("args")) {
            boolean enabled = unit.path("enabled").asBoolean(kind.isForge());
            if (enabled && counted.size() < units) {
                counted.add(unit);
            }
        }
        return counted;
    }

    private @Nullable MockResponse units(JsonNode body) {
        for (JsonNode unit : unitsOf(body)) {
            if (!modules().contains(unit.path("module").asText())) {
                return FakeErrors.of(kind, 500, "AssertionError", "module - unknown");
            }
            if (!models.contains(unit.path("model").asText())) {
                return FakeErrors.of(kind, 500, "KeyError", "model not found");
            }
            if (!isBase64(unit.path("image"))) {
                return FakeErrors.of(kind, 500, "ValueError", "controlnet is enabled but no input image is given");
            }
            int layers = unit.path("advanced_weighting").size();
            if (layers != 0 && (kind == FakeKind.FORGE || layers != 11 && layers != 16)) {
                return FakeErrors.of(kind, 500, "AssertionError", "advanced_weighting is of another length");
            }
        }
        return null;
    }

    private static boolean isBase64(JsonNode image) {
        try {
            return image.isTextual() && Base64.getDecoder().decode(image.asText()).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What the answer says, and shows, of references. */
    void putAnswer(JsonNode body, ObjectNode info, ArrayNode images) {
        if (body.has("ip_adapter") && !deaf) {
            info.withObject("/extra_generation_params").put("IP Adapter", "Plus Face ViT-H SDXL");
        }
        for (JsonNode unit : unitsOf(body)) {
            if (unit.path("save_detected_map").asBoolean(true)) {
                images.add(unit.path("image").asText());
            }
        }
    }
}

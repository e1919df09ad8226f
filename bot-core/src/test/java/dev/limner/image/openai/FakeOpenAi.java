package dev.limner.image.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.PictureCheck;
import dev.limner.image.Pictures;
import dev.limner.image.UnusablePictureException;
import dev.limner.image.wire.FakeService;
import dev.limner.image.wire.Form;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** OpenAI's image endpoints, or a server that imitates them, on loopback; as strict as the original about names. */
public final class FakeOpenAi extends FakeService {
    private static final Pattern SIZE = Pattern.compile("(\\d{2,4})x(\\d{2,4})");
    private static final Set<String> GPT_SIZES = Set.of("1024x1024", "1536x1024", "1024x1536", "auto");
    private static final Set<String> GPT_FIELDS = Set.of(
            "prompt", "model", "n", "size", "quality", "background", "output_format", "output_compression", "user");
    private static final Set<String> QUALITIES = Set.of("low", "medium", "high", "auto");
    private static final int MOST_IMAGES = 16;

    /** Whose ways it has. */
    public enum Kind {
        OPENAI,
        LOCAL_AI,
        SGLANG,
        VLLM_OMNI,
        SD_CPP
    }

    /** A request that was taken: its fields as text, and its images in order. */
    public record Taken(String path, Map<String, String> fields, List<byte[]> images) {}

    private final Kind kind;
    private final List<String> models;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile @Nullable String key;
    private volatile boolean edits = true;
    private volatile boolean fidelity = true;
    private volatile boolean byUrl;

    public FakeOpenAi(Kind kind, String... models) {
        this.kind = kind;
        this.models = List.of(models);
    }

    FakeOpenAi key(String wanted) {
        key = wanted;
        return this;
    }

    FakeOpenAi withoutEdits() {
        edits = false;
        return this;
    }

    FakeOpenAi withoutFidelity() {
        fidelity = false;
        return this;
    }

    FakeOpenAi answeringByUrl() {
        byUrl = true;
        return this;
    }

    public FakeOpenAi start() {
        listen();
        return this;
    }

    public List<Taken> taken() {
        return taken;
    }

    @Override
    public void forget() {
        taken.clear();
        super.forget();
    }

    @Override
    protected MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        String wanted = key;
        String given = request.getHeaders().get("Authorization");
        if (path.startsWith("/v1/") && wanted != null && !("Bearer " + wanted).equals(given)) {
            return error(401, "Incorrect API key provided: " + given, "invalid_request_error", "invalid_api_key");
        }
        return switch (request.getMethod() + " " + path) {
            case "GET /v1/models" -> json(200, modelList());
            case "GET /system" ->
                kind == Kind.LOCAL_AI ? status(200, "{\"backends\":[\"diffusers\"],\"loaded_models\":[]}") : notFound();
            case "GET /sdcpp/v1/capabilities" ->
                kind == Kind.SD_CPP ? status(200, "{\"model\":{\"name\":\"" + models.get(0) + "\"}}") : notFound();
            case "GET /made.png" -> bytes("image/png", Pictures.png(512, 512));
            case "POST /v1/images/generations" -> generations(request);
            case "POST /v1/images/edits" -> edits && kind != Kind.LOCAL_AI ? edits(request) : notFound();
            default -> notFound();
        };
    }

    private MockResponse generations(RecordedRequest request) {
        ObjectNode body = object(request);
        if (body == null) {
            return error(400, "We could not parse the JSON body of your request.", "invalid_request_error", null);
        }
        Map<String, String> fields = new TreeMap<>();
        List<byte[]> images = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            boolean number = Set.of("n", "seed", "num_inference_steps").contains(field.getKey());
            boolean list = field.getKey().equals("ref_images");
            Predicate<JsonNode> right =
                    number ? JsonNode::isIntegralNumber : list ? JsonNode::isArray : JsonNode::isTextual;
            if (!right.test(field.getValue())) {
                return invalid("Invalid type for '" + field.getKey() + "'.", field.getKey());
            }
            if (list) {
                field.getValue().forEach(i -> images.add(Base64.getDecoder().decode(i.asText())));
            } else {
                fields.put(field.getKey(), field.getValue().asText());
            }
        }
        return draw("generations", fields, images);
    }

    private MockResponse edits(RecordedRequest request) {
        Optional<Form> form = Form.of(request);
        if (form.isEmpty()) {
            return error(400, "Unsupported content type: this endpoint takes multipart/form-data.", "invalid", null);
        }
        List<Form.Part> files = new ArrayList<>();
        Map<String, String> fields = new TreeMap<>();
        for (Form.Part part : form.get().parts()) {
            boolean image = part.name().equals("image") || part.name().equals("image[]");
            if (image != (part.file() != null)) {
                return invalid("Invalid type for '" + part.name() + "'.", part.name());
            }
            if (!image && fields.put(part.name(), part.text()) != null) {
                return invalid("Duplicate parameter: '" + part.name() + "'.", part.name());
            }
            if (image && takes(part.name())) {
                files.add(part);
            } else if (image && kind == Kind.OPENAI) {
                return invalid("Unknown parameter: '" + part.name() + "'.", part.name());
            }
        }
        MockResponse refusal = refusal(files);
        return refusal == null
                ? draw("edits", fields, files.stream().map(Form.Part::bytes).toList())
                : refusal;
    }

    private boolean takes(String part) {
        return switch (kind) {
            case OPENAI -> part.equals("image[]");
            case SGLANG, VLLM_OMNI -> part.equals("image");
            case SD_CPP, LOCAL_AI -> true;
        };
    }

    private @Nullable MockResponse refusal(List<Form.Part> files) {
        if (files.isEmpty()) {
            return kind == Kind.OPENAI
                    ? invalid("Missing required parameter: 'image'.", "image")
                    : status(422, "{\"detail\":\"Field 'image' or 'url' is required\"}");
        }
        if (files.size() > MOST_IMAGES) {
            return invalid("Too many images: at most 16.", "image");
        }
        for (Form.Part file : files) {
            try {
                if (!PictureCheck.of(file.bytes()).mediaType().equals(file.type())) {
                    return invalid("Invalid image file or mode.", "image");
                }
            } catch (UnusablePictureException e) {
                return invalid("Invalid image file or mode.", "image");
            }
        }
        return null;
    }

    private MockResponse draw(String path, Map<String, String> fields, List<byte[]> images) {
        MockResponse refusal = kind == Kind.OPENAI ? refusedByOpenAi(path, fields) : refusedByOthers(fields);
        if (refusal != null) {
            return refusal;
        }
        taken.add(new Taken(path, fields, images));
        Matcher size = SIZE.matcher(fields.getOrDefault("size", "512x512"));
        byte[] png = size.matches()
                ? Pictures.png(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
                : Pictures.png(1024, 1024);
        return json(200, answered(fields, png));
    }

    private ObjectNode answered(Map<String, String> fields, byte[] png) {
        ObjectNode answer = JSON.createObjectNode().put("created", 1_760_000_000);
        ObjectNode data = answer.putArray("data").addObject();
        boolean url = byUrl || kind == Kind.LOCAL_AI && !"b64_json".equals(fields.get("response_format"));
        if (url) {
            data.put("url", url("/made.png"));
        } else {
            data.put("b64_json", Base64.getEncoder().encodeToString(png));
        }
        answer.put("output_format", "png").putObject("usage").put("total_tokens", 1106);
        return answer;
    }

    private @Nullable MockResponse refusedByOpenAi(String path, Map<String, String> fields) {
        String model = fields.getOrDefault("model", "dall-e-2");
        if (!models.contains(model)) {
            return error(400, "The model '" + model + "' does not exist.", "invalid_request_error", "model_not_found");
        }
        boolean gpt = model.startsWith("gpt-image");
        for (String field : fields.keySet()) {
            boolean fidelityHere = field.equals("input_fidelity")
                    && path.equals("edits")
                    && fidelity
                    && gpt
                    && !model.contains("mini");
            boolean formatHere = field.equals("response_format") && !gpt;
            if (!GPT_FIELDS.contains(field) && !fidelityHere && !formatHere) {
                return invalid("Unknown parameter: '" + field + "'.", field);
            }
        }
        int length = fields.getOrDefault("prompt", "")
                .codePointCount(0, fields.getOrDefault("prompt", "").length());
        if (length == 0 || length > (gpt ? 32_000 : 4000)) {
            return invalid("Invalid 'prompt': of a wrong length.", "prompt");
        }
        if (gpt && !GPT_SIZES.contains(fields.getOrDefault("size", "auto"))) {
            return invalid("Invalid value: 'size'.", "size");
        }
        if (!QUALITIES.contains(fields.getOrDefault("quality", "auto"))) {
            return invalid("Invalid value: 'quality'.", "quality");
        }
        return moderated(fields.getOrDefault("prompt", ""));
    }

    private @Nullable MockResponse refusedByOthers(Map<String, String> fields) {
        if (kind == Kind.LOCAL_AI && !models.contains(fields.get("model"))) {
            return error(404, "could not load model: not found", "", null);
        }
        if (kind == Kind.SGLANG && "url".equals(fields.get("response_format"))) {
            return status(400, "{\"detail\":\"response_format 'url' needs cloud storage\"}");
        }
        boolean known = kind == Kind.VLLM_OMNI || kind == Kind.SGLANG;
        if (!known && fields.containsKey("negative_prompt") && kind == Kind.LOCAL_AI) {
            return error(400, "unknown field negative_prompt", "", null);
        }
        if (kind == Kind.SD_CPP && (fields.containsKey("seed") || fields.containsKey("negative_prompt"))) {
            // the original passes over both in silence
            return error(400, "seed and negative_prompt would have no effect", "", null);
        }
        return fields.getOrDefault("prompt", "").isBlank() ? status(422, "{\"detail\":\"prompt\"}") : null;
    }

    private static @Nullable MockResponse moderated(String prompt) {
        return prompt.toLowerCase(Locale.ROOT).contains("forbidden")
                ? error(
                        400,
                        "Your request was rejected by the safety system. safety_violations=[violence].",
                        "image_generation_user_error",
                        "moderation_blocked")
                : null;
    }

    private ObjectNode modelList() {
        ObjectNode list = JSON.createObjectNode().put("object", "list");
        models.forEach(
                model -> list.withArray("data").addObject().put("id", model).put("object", "model"));
        return list;
    }

    private static MockResponse notFound() {
        return status(404, "{\"error\":{\"message\":\"Not Found\",\"code\":404}}");
    }

    private static MockResponse invalid(String message, String param) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", "invalid_request_error")
                .put("param", param)
                .put("code", "unknown_parameter");
        return json(400, body);
    }

    static MockResponse error(int status, String message, String type, @Nullable String code) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", type)
                .putNull("param")
                .put("code", code);
        return json(status, body);
    }
}

package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The nodes that a fake server has, with the names, types and choices of the real ones; and its strict look at graphs. */
public final class FakeNodes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String CORE = """
            CheckpointLoaderSimple: ckpt_name=@checkpoints -> MODEL CLIP VAE
            UNETLoader: unet_name=@diffusion_models weight_dtype=@dtypes -> MODEL
            CLIPLoader: clip_name=@text_encoders type=@cliptypes device?=@devices -> CLIP
            DualCLIPLoader: clip_name1=@text_encoders clip_name2=@text_encoders type=@dualtypes device?=@devices -> CLIP
            TripleCLIPLoader: clip_name1=@text_encoders clip_name2=@text_encoders clip_name3=@text_encoders -> CLIP
            VAELoader: vae_name=@vae -> VAE
            LoraLoader: model=MODEL clip=CLIP lora_name=@loras strength_model=FLOAT strength_clip=FLOAT -> MODEL CLIP
            CLIPTextEncode: text=STRING clip=CLIP -> CONDITIONING
            FluxGuidance: conditioning=CONDITIONING guidance=FLOAT -> CONDITIONING
            ConditioningZeroOut: conditioning=CONDITIONING -> CONDITIONING
            ModelSamplingAuraFlow: model=MODEL shift=FLOAT -> MODEL
            EmptyLatentImage: width=INT height=INT batch_size=INT -> LATENT
            EmptySD3LatentImage: width=INT height=INT batch_size=INT -> LATENT
            EmptyFlux2LatentImage: width=INT height=INT batch_size=INT -> LATENT
            KSampler: model=MODEL seed=INT steps=INT cfg=FLOAT sampler_name=@samplers scheduler=@schedulers positive=CONDITIONING negative=CONDITIONING latent_image=LATENT denoise=FLOAT -> LATENT
            RandomNoise: noise_seed=INT -> NOISE
            BasicGuider: model=MODEL conditioning=CONDITIONING -> GUIDER
            CFGGuider: model=MODEL positive=CONDITIONING negative=CONDITIONING cfg=FLOAT -> GUIDER
            KSamplerSelect: sampler_name=@samplers -> SAMPLER
            Flux2Scheduler: steps=INT width=INT height=INT -> SIGMAS
            SamplerCustomAdvanced: noise=NOISE guider=GUIDER sampler=SAMPLER sigmas=SIGMAS latent_image=LATENT -> LATENT LATENT
            VAEDecode: samples=LATENT vae=VAE -> IMAGE
            VAEEncode: pixels=IMAGE vae=VAE -> LATENT
            LoadImage: image=@input -> IMAGE MASK
            ImageScaleToTotalPixels: image=IMAGE upscale_method=@upscale megapixels=FLOAT -> IMAGE
            FluxKontextImageScale: image=IMAGE -> IMAGE
            ReferenceLatent: conditioning=CONDITIONING latent?=LATENT -> CONDITIONING
            TextEncodeQwenImageEditPlus: clip=CLIP prompt=STRING vae?=VAE image1?=IMAGE image2?=IMAGE image3?=IMAGE -> CONDITIONING
            SaveImage: images=IMAGE filename_prefix=STRING ->
            PreviewImage: images=IMAGE ->
            """;

    private static final String ADAPTERS = """
            IPAdapterUnifiedLoader: model=MODEL preset=@presets ipadapter?=IPADAPTER -> MODEL IPADAPTER
            IPAdapterUnifiedLoaderFaceID: model=MODEL preset=@faceids lora_strength=FLOAT provider=@providers ipadapter?=IPADAPTER -> MODEL IPADAPTER
            IPAdapterAdvanced: model=MODEL ipadapter=IPADAPTER image=IMAGE weight=FLOAT weight_type=@weighttypes combine_embeds=@combine start_at=FLOAT end_at=FLOAT embeds_scaling=@scaling image_negative?=IMAGE attn_mask?=MASK -> MODEL
            IPAdapterFaceID: model=MODEL ipadapter=IPADAPTER image=IMAGE weight=FLOAT weight_faceidv2=FLOAT weight_type=@weighttypes combine_embeds=@combine start_at=FLOAT end_at=FLOAT embeds_scaling=@scaling attn_mask?=MASK -> MODEL IMAGE
            PrepImageForClipVision: image=IMAGE interpolation=@interpolation crop_position=@crops sharpening=FLOAT -> IMAGE
            """;

    /** Whole numbers and fractions have ranges; these are the ones that a mistake would hit. */
    private static final Map<String, double[]> RANGES = Map.of(
            "width", new double[] {16, 16384},
            "height", new double[] {16, 16384},
            "steps", new double[] {1, 10000},
            "cfg", new double[] {0, 100},
            "weight", new double[] {-1, 5},
            "ip_scale", new double[] {0, 1},
            "timestep_to_start_cfg", new double[] {0, 100},
            "denoise", new double[] {0, 1},
            "start_at", new double[] {0, 1},
            "end_at", new double[] {0, 1});

    private final Map<String, Spec> specs = new LinkedHashMap<>();
    private final Map<String, List<String>> files = new LinkedHashMap<>();

    private record Spec(Map<String, String> required, Map<String, String> optional, List<String> outputs) {}

    public FakeNodes() {
        add(CORE);
        files("dtypes", "default", "fp8_e4m3fn");
        files("cliptypes", "stable_diffusion", "sd3", "qwen_image", "flux2");
        files("dualtypes", "sdxl", "sd3", "flux");
        files("devices", "default", "cpu");
        files("samplers", "euler", "euler_ancestral", "dpmpp_2m", "uni_pc");
        files("schedulers", "simple", "normal", "karras", "sgm_uniform", "beta");
        files("upscale", "lanczos", "area");
        files("presets", "STANDARD (medium strength)", "PLUS (high strength)", "PLUS FACE (portraits)");
        files("faceids", "FACEID", "FACEID PLUS V2");
        files("providers", "CPU", "CUDA");
        files("weighttypes", "linear", "ease in", "style transfer", "composition");
        files("combine", "concat", "add", "average");
        files("scaling", "V only", "K+V");
        files("interpolation", "LANCZOS", "BICUBIC");
        files("crops", "top", "center");
        for (String folder : List.of("checkpoints", "diffusion_models", "text_encoders", "vae", "loras", "input")) {
            files(folder);
        }
    }

    public FakeNodes withAdapters() {
        add(ADAPTERS);
        return this;
    }

    public FakeNodes files(String folder, String... names) {
        files.computeIfAbsent(folder, f -> new ArrayList<>()).addAll(List.of(names));
        return this;
    }

    /** With nodes of another collection, written as those above. */
    FakeNodes with(String nodes) {
        add(nodes);
        return this;
    }

    FakeNodes without(String type) {
        specs.remove(type);
        return this;
    }

    /** As since 2026: a further number is wanted. */
    FakeNodes scaleWithSteps() {
        Spec old = spec("ImageScaleToTotalPixels");
        Map<String, String> required = new LinkedHashMap<>(old.required());
        required.put("resolution_steps", "INT");
        specs.put("ImageScaleToTotalPixels", new Spec(required, old.optional(), old.outputs()));
        return this;
    }

    void uploaded(String name) {
        choices("input").add(name);
    }

    void emptyInput() {
        choices("input").clear();
    }

    private Spec spec(String type) {
        return Objects.requireNonNull(specs.get(type));
    }

    private List<String> choices(String folder) {
        return Objects.requireNonNull(files.get(folder));
    }

    private void add(String lines) {
        for (String line : lines.split("\n")) {
            String[] parts = line.split(" -> ?", 2);
            int colon = parts[0].indexOf(':');
            Map<String, String> required = new LinkedHashMap<>();
            Map<String, String> optional = new LinkedHashMap<>();
            for (String input : parts[0].substring(colon + 1).strip().split(" ")) {
                String[] named = input.split("=");
                if (input.isEmpty()) {
                    continue;
                }
                if (named[0].endsWith("?")) {
                    optional.put(named[0].substring(0, named[0].length() - 1), named[1]);
                } else {
                    required.put(named[0], named[1]);
                }
            }
            List<String> outputs = parts.length < 2 || parts[1].isBlank()
                    ? List.of()
                    : List.of(parts[1].strip().split(" "));
            specs.put(parts[0].substring(0, colon), new Spec(required, optional, outputs));
        }
    }

    ObjectNode objectInfo() {
        ObjectNode info = JSON.createObjectNode();
        specs.forEach((type, spec) -> {
            ObjectNode input = info.putObject(type).putObject("input");
            spec.required()
                    .forEach((name, kind) -> input.withObject("/required").set(name, described(type, kind)));
            spec.optional()
                    .forEach((name, kind) -> input.withObject("/optional").set(name, described(type, kind)));
            ArrayNode output = ((ObjectNode) info.get(type)).putArray("output");
            spec.outputs().forEach(output::add);
        });
        return info;
    }

    /** Both shapes in which choices are told. */
    private ArrayNode described(String type, String kind) {
        ArrayNode described = JSON.createArrayNode();
        if (!kind.startsWith("@")) {
            return described.add(kind).add(JSON.createObjectNode());
        }
        ArrayNode names = JSON.createArrayNode();
        choices(kind.substring(1)).forEach(names::add);
        if (type.length() % 2 == 0) {
            return described.add(names).add(JSON.createObjectNode());
        }
        ObjectNode options = JSON.createObjectNode();
        options.set("options", names);
        return described.add("COMBO").add(options);
    }

    /** The body of a 400 when the graph is not in order; null when it is. */
    @Nullable
    ObjectNode refusal(JsonNode graph) {
        Set<String> outputs = new LinkedHashSet<>();
        for (var entry : graph.properties()) {
            String type = entry.getValue().path("class_type").asText("");
            if (!specs.containsKey(type)) {
                return error("missing_node_type", "Node '" + type + "' not found");
            }
            if (spec(type).outputs().isEmpty()) {
                outputs.add(entry.getKey());
            }
        }
        if (outputs.isEmpty()) {
            return error("prompt_no_outputs", "Prompt has no outputs");
        }
        ObjectNode errors = JSON.createObjectNode();
        graph.properties().forEach(entry -> check(graph, entry.getKey(), entry.getValue(), errors, outputs));
        if (errors.isEmpty()) {
            return null;
        }
        ObjectNode refusal = error("prompt_outputs_failed_validation", "Prompt outputs failed validation");
        refusal.set("node_errors", errors);
        return refusal;
    }

    private void check(JsonNode graph, String id, JsonNode node, ObjectNode errors, Set<String> outputs) {
        String type = node.path("class_type").asText();
        Spec spec = spec(type);
        JsonNode inputs = node.path("inputs");
        spec.required().forEach((name, kind) -> {
            if (!inputs.has(name)) {
                fault(errors, id, type, "required_input_missing", name, outputs);
            }
        });
        inputs.properties().forEach(input -> {
            String name = input.getKey();
            String kind = spec.required().getOrDefault(name, spec.optional().getOrDefault(name, ""));
            String fault = kind.isEmpty() ? "unknown_input" : fault(graph, name, kind, input.getValue());
            if (fault != null) {
                boolean file = type.equals("LoadImage") && fault.equals("value_not_in_list");
                fault(errors, id, type, file ? "custom_validation_failed" : fault, name, outputs);
            }
        });
    }

    private @Nullable String fault(JsonNode graph, String name, String kind, JsonNode value) {
        if (kind.startsWith("@")) {
            return choices(kind.substring(1)).contains(value.asText()) && value.isTextual()
                    ? null
                    : "value_not_in_list";
        }
        boolean known = switch (kind) {
            case "STRING" -> value.isTextual();
            case "INT" -> value.isIntegralNumber();
            case "FLOAT" -> value.isNumber();
            default -> link(graph, kind, value);
        };
        if (!known) {
            return kind.equals("STRING") || kind.equals("INT") || kind.equals("FLOAT")
                    ? "invalid_input_type"
                    : "return_type_mismatch";
        }
        double[] range = RANGES.get(name);
        if (range != null && value.isNumber()) {
            return value.asDouble() < range[0]
                    ? "value_smaller_than_min"
                    : value.asDouble() > range[1] ? "value_bigger_than_max" : null;
        }
        return null;
    }

    private boolean link(JsonNode graph, String kind, JsonNode value) {
        if (!value.isArray()
                || value.size() != 2
                || !value.path(0).isTextual()
                || !value.path(1).isInt()) {
            return false;
        }
        Spec from =
                specs.get(graph.path(value.path(0).asText()).path("class_type").asText(""));
        int slot = value.path(1).asInt();
        return from != null
                && slot < from.outputs().size()
                && from.outputs().get(slot).equals(kind);
    }

    private static void fault(
            ObjectNode errors, String id, String type, String kind, String input, Set<String> outputs) {
        ObjectNode node = errors.withObject("/" + id);
        node.put("class_type", type);
        node.withArray("/errors")
                .addObject()
                .put("type", kind)
                .put("message", kind)
                .put("details", input);
        ArrayNode dependent = node.putArray("dependent_outputs");
        outputs.forEach(dependent::add);
    }

    private static ObjectNode error(String type, String message) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("type", type)
                .put("message", message)
                .put("details", "")
                .putObject("extra_info");
        body.putObject("node_errors");
        return body;
    }
}

package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a fake server tells of itself. */
final class FakeDescriptions {
    private final FakeKind kind;
    private final FakeAdapters adapters;
    private volatile List<String> models = List.of("sd_xl_base_1.0.safetensors [31e35c80fc]");
    private volatile List<String> samplers;
    private volatile List<String> schedulers;
    private volatile List<String> modules = List.of();
    private volatile List<String> chosenModules = List.of();

    FakeDescriptions(FakeKind kind, FakeAdapters adapters) {
        this.kind = kind;
        this.adapters = adapters;
        this.samplers = kind == FakeKind.SD_CPP
                ? List.of("euler", "euler_a", "dpm++2m")
                : List.of("DPM++ 2M", "Euler a", "Euler");
        this.schedulers = kind == FakeKind.SD_CPP
                ? List.of("discrete", "karras", "simple", "sgm_uniform")
                : List.of("Automatic", "Karras", "Simple", "SGM Uniform");
    }

    void models(String... titles) {
        models = List.of(titles);
    }

    void modules(String... files) {
        modules = List.of(files);
    }

    void chosenModules(String... files) {
        chosenModules = List.of(files);
    }

    private ArrayNode modules() {
        ArrayNode list = FakeA1111.JSON.createArrayNode();
        modules.forEach(file -> list.addObject().put("model_name", file).put("filename", "/models/" + file));
        return list;
    }

    void samplers(String... names) {
        samplers = List.of(names);
    }

    void withoutSchedulers() {
        schedulers = List.of();
    }

    boolean hasSampler(String name) {
        return samplers.contains(name);
    }

    /** Null when there is no such route. */
    @Nullable
    JsonNode of(String path) {
        return switch (path) {
            case "/sdapi/v1/sd-models" -> models();
            case "/sdapi/v1/samplers" -> named(samplers);
            case "/sdapi/v1/schedulers" ->
                schedulers.isEmpty() || kind == FakeKind.KOBOLD_CPP || kind == FakeKind.SD_NEXT
                        ? null
                        : named(schedulers);
            case "/sdapi/v1/options" -> options();
            case "/sdapi/v1/sd-modules" -> kind == FakeKind.FORGE || kind == FakeKind.FORGE_NEO ? modules() : null;
            case "/sdapi/v1/scripts" -> kind.tellsTasks() ? scripts() : null;
            case "/sdcpp/v1/capabilities" -> kind == FakeKind.SD_CPP ? capabilities() : null;
            case "/api/extra/version" -> kind == FakeKind.KOBOLD_CPP ? version() : null;
            default -> adapters.describe(path);
        };
    }

    private ArrayNode models() {
        ArrayNode list = FakeA1111.JSON.createArrayNode();
        for (String title : models) {
            String file = title.replaceAll(" \\[.*", "");
            list.addObject()
                    .put("title", title)
                    .put("model_name", file.replaceAll("\\.[a-z]+$", ""))
                    .put("filename", "/models/" + file);
        }
        return list;
    }

    private static ArrayNode named(List<String> names) {
        ArrayNode list = FakeA1111.JSON.createArrayNode();
        for (String name : names) {
            ObjectNode entry = list.addObject().put("name", name);
            entry.putArray("aliases");
            entry.putObject("options");
        }
        return list;
    }

    private ObjectNode options() {
        ObjectNode options = FakeA1111.JSON.createObjectNode();
        adapters.putOptions(options);
        if (kind == FakeKind.FORGE || kind == FakeKind.FORGE_NEO) {
            options.set("forge_additional_modules", FakeA1111.JSON.valueToTree(chosenModules));
        }
        return options.put("sd_model_checkpoint", models.isEmpty() ? null : models.get(0));
    }

    private ObjectNode scripts() {
        ObjectNode scripts = FakeA1111.JSON.createObjectNode();
        ArrayNode names = scripts.putArray("txt2img").add("x/y/z plot");
        if (kind == FakeKind.FORGE_NEO) {
            names.add("imagestitch integrated");
        }
        return scripts;
    }

    private ObjectNode capabilities() {
        ObjectNode capabilities = FakeA1111.JSON.createObjectNode();
        capabilities.putObject("model").put("name", models.isEmpty() ? "" : models.get(0));
        return capabilities;
    }

    private static ObjectNode version() {
        return FakeA1111.JSON
                .createObjectNode()
                .put("result", "KoboldCpp")
                .put("version", "1.100")
                .put("txt2img", true);
    }
}

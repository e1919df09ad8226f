package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.limner.image.CheckpointFamily;
import dev.limner.image.Troubles;
import dev.limner.image.wire.Reply;
import dev.limner.prompt.ModelFamily;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what a server is and what it has loaded. */
final class Probe {
    static final String MODELS = "sdapi/v1/sd-models";
    private static final String CAPABILITIES = "sdcpp/v1/capabilities";

    private final SdApi api;
    private final A1111Settings settings;
    private final Troubles troubles;

    Probe(SdApi api, A1111Settings settings, Troubles troubles) {
        this.api = api;
        this.settings = settings;
        this.troubles = troubles;
    }

    /** @param known the dialect, when it was found before */
    ServerState run(@Nullable Dialect known) throws ServerFault, InterruptedException {
        Dialect dialect = known == null ? dialect() : known;
        JsonNode models = models();
        String loaded = loaded(dialect, models);
        String wanted = settings.model();
        String override = wanted == null || !dialect.switchesModels() ? null : listed(models, wanted);
        if (wanted != null && override == null && !contains(loaded, wanted)) {
            throw new ServerFault(
                    Fault.UNKNOWN_MODEL, api.address() + " has no model " + wanted + "; loaded is " + loaded);
        }
        String model = override == null ? loaded : override;
        Optional<ModelFamily> derived = CheckpointFamily.of(model);
        ModelFamily configured = settings.family();
        ModelFamily family = configured == null ? derived.orElse(ModelFamily.SDXL) : configured;
        Surroundings surroundings = new Surroundings(api, dialect, family, model, settings.ipAdapter());
        Networks networks = surroundings.networks();
        return new ServerState(
                dialect,
                progress(dialect),
                model,
                override,
                family,
                configured != null
                        ? "configured"
                        : derived.isPresent()
                                ? "from the checkpoint's name"
                                : "assumed; the checkpoint's name tells none",
                OfferedNames.of(json("sdapi/v1/samplers").orElse(MissingNode.getInstance())),
                OfferedNames.of(json("sdapi/v1/schedulers").orElse(MissingNode.getInstance())),
                surroundings.references(troubles.with(Setback.STITCH_SIZE).isEmpty(), networks),
                networks,
                surroundings.fluxParts());
    }

    /** Started without its web page, a server knows no tasks. */
    private Dialect.Progress progress(Dialect dialect) throws ServerFault, InterruptedException {
        if (dialect.progress() != Dialect.Progress.BY_TASK) {
            return dialect.progress();
        }
        Reply reply = api.post(Watch.BY_TASK, Watch.question(""));
        return reply.isSuccess() ? Dialect.Progress.BY_TASK : Dialect.Progress.OVERALL;
    }

    private Dialect dialect() throws ServerFault, InterruptedException {
        Optional<JsonNode> capabilities = json(CAPABILITIES).filter(JsonNode::isObject);
        if (capabilities.isPresent()) {
            boolean jobs = capabilities.get().path("features_by_mode").has("img_gen");
            return jobs ? Dialect.SD_CPP_JOBS : Dialect.SD_CPP;
        }
        JsonNode version = json("api/extra/version").orElse(MissingNode.getInstance());
        if (version.path("result").asText("").equals("KoboldCpp")) {
            return Dialect.KOBOLD_CPP;
        }
        if (json("sdapi/v1/ip-adapters").isPresent()) {
            return Dialect.SD_NEXT;
        }
        JsonNode scripts = json("sdapi/v1/scripts").orElse(MissingNode.getInstance());
        if (contains(scripts.path("txt2img").toString(), "imagestitch integrated")) {
            return Dialect.FORGE_NEO;
        }
        JsonNode modules = json("controlnet/module_list").orElse(MissingNode.getInstance());
        if (modules.toString().contains("CLIP-ViT-H (IPAdapter)")) {
            return reportsErrorsAsA1111() ? Dialect.REFORGE : Dialect.FORGE;
        }
        return Dialect.A1111;
    }

    /** Asks for what no server does, a picture made of no picture, to see in what shape it says so. */
    private boolean reportsErrorsAsA1111() throws ServerFault, InterruptedException {
        Reply reply = api.post("sdapi/v1/img2img", JsonNodeFactory.instance.objectNode());
        return !reply.isSuccess()
                && reply.json().filter(error -> error.has("error")).isPresent();
    }

    private JsonNode models() throws ServerFault, InterruptedException {
        Reply reply = api.get(MODELS);
        if (!reply.isSuccess()) {
            throw isComfyUi(reply) ? new ServerFault(Fault.COMFYUI, reply.describe()) : Verdict.of(reply);
        }
        JsonNode models = reply.json()
                .filter(JsonNode::isArray)
                .orElseThrow(() -> new ServerFault(Fault.OTHER_SERVER, reply.describe()));
        if (models.isEmpty()) {
            throw new ServerFault(Fault.NO_MODEL, reply.call() + ": no models");
        }
        return models;
    }

    private boolean isComfyUi(Reply models) throws ServerFault, InterruptedException {
        return models.status() == 404
                && json("system_stats")
                        .filter(s -> s.toString().contains("comfyui_version"))
                        .isPresent();
    }

    private String loaded(Dialect dialect, JsonNode models) throws ServerFault, InterruptedException {
        if (dialect == Dialect.SD_CPP || dialect == Dialect.SD_CPP_JOBS) {
            JsonNode model =
                    json(CAPABILITIES).orElse(MissingNode.getInstance()).path("model");
            String name = model.path("name").asText("");
            if (!name.isEmpty()) {
                return name;
            }
        }
        String loaded = json("sdapi/v1/options")
                .map(options -> options.path("sd_model_checkpoint").asText(""))
                .orElse("");
        return loaded.isEmpty() || loaded.equals("null") ? name(models.get(0)) : loaded;
    }

    /** As servers look it up: exactly, or else any that contains it. */
    private static @Nullable String listed(JsonNode models, String wanted) {
        String partly = null;
        for (JsonNode model : models) {
            String name = name(model);
            if (name.equalsIgnoreCase(wanted)
                    || model.path("model_name").asText("").equalsIgnoreCase(wanted)) {
                return name;
            }
            if (partly == null && contains(name, wanted)) {
                partly = name;
            }
        }
        return partly;
    }

    private static String name(JsonNode model) {
        String title = model.path("title").asText("");
        return title.isEmpty() ? model.path("model_name").asText("unnamed") : title;
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    /** Empty when the server does not have that. */
    private Optional<JsonNode> json(String path) throws ServerFault, InterruptedException {
        Reply reply = api.get(path);
        return reply.status() == 200 ? reply.json() : Optional.empty();
    }
}

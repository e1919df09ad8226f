package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.limner.image.EditModels;
import dev.limner.image.wire.Reply;
import dev.limner.prompt.ModelFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a server what it has beside its model: adapters, LoRAs, embeddings. */
final class Surroundings {
    private static final int USUAL_UNITS = 3;
    private static final int MOST_UNITS = 10;
    private static final int KOBOLD_IMAGES = 4;

    private final SdApi api;
    private final Dialect dialect;
    private final ModelFamily family;
    private final String model;
    private final boolean ipAdapter;

    /** @param ipAdapter whether stable-diffusion.cpp was started with one, which it does not tell */
    Surroundings(SdApi api, Dialect dialect, ModelFamily family, String model, boolean ipAdapter) {
        this.api = api;
        this.dialect = dialect;
        this.family = family;
        this.model = model;
        this.ipAdapter = ipAdapter;
    }

    ReferenceWay references(boolean stitchIsSized, Networks networks) throws ServerFault, InterruptedException {
        int images = EditModels.images(family, model);
        return switch (dialect) {
            case A1111, REFORGE, FORGE -> units(networks);
            case FORGE_NEO -> images > 0 ? new ImageStitch(images, stitchIsSized) : units(networks);
            case SD_NEXT -> AdapterFields.of(names(json("sdapi/v1/ip-adapters")), family);
            case SD_CPP ->
                images > 0
                        ? new ExtraImages("extra_images", images)
                        : new NoReferences(
                                "stable-diffusion.cpp takes images with models that edit only",
                                "load FLUX.1 Kontext, FLUX.2 or Qwen-Image-Edit");
            case SD_CPP_JOBS -> images > 0 ? new ExtraImages("ref_images", images) : adapterImage();
            case KOBOLD_CPP ->
                images > 0
                        ? new ExtraImages("extra_images", Math.min(images, KOBOLD_IMAGES))
                        : new NoReferences(
                                "KoboldCpp takes images with models that edit only",
                                "load FLUX.1 Kontext, FLUX.2 or Qwen-Image-Edit");
        };
    }

    private ReferenceWay adapterImage() {
        boolean fits = family == ModelFamily.SD15 || family == ModelFamily.SDXL;
        if (fits && ipAdapter) {
            return new OneAdapterImage();
        }
        return new NoReferences(
                "stable-diffusion.cpp takes images with models that edit, or with an IP-Adapter",
                fits
                        ? "start the server with an IP-Adapter and its CLIP vision file and set A1111_IP_ADAPTER=on,"
                                + " or load FLUX.1 Kontext, FLUX.2 or Qwen-Image-Edit"
                        : "load FLUX.1 Kontext, FLUX.2 or Qwen-Image-Edit");
    }

    private ReferenceWay units(Networks networks) throws ServerFault, InterruptedException {
        if (family != ModelFamily.SD15 && family != ModelFamily.SDXL) {
            return new NoReferences(
                    dialect.title() + " takes references with SD 1.5 and SDXL only", "load an SDXL or SD 1.5 model");
        }
        List<String> models = texts(json("controlnet/model_list?update=true").path("model_list"));
        List<String> modules =
                texts(json("controlnet/module_list?alias_names=false").path("module_list"));
        if (modules.isEmpty()) {
            return new NoReferences(
                    "the server has no ControlNet",
                    "install the extension sd-webui-controlnet, and IP-Adapter files in its models folder");
        }
        Adapter face = Adapter.face(models, modules, family).orElse(null);
        Adapter style = Adapter.style(models, modules, family).orElse(null);
        boolean lora =
                face != null && !face.lora().isEmpty() && networks.loras().containsKey(face.lora());
        return new ControlUnits(
                family, face, style, unitCount(), dialect != Dialect.FORGE && dialect != Dialect.FORGE_NEO, lora);
    }

    private int unitCount() throws ServerFault, InterruptedException {
        JsonNode count = json("controlnet/settings").path("control_net_unit_count");
        if (!count.isInt()) {
            count = json("sdapi/v1/options").path("control_net_unit_count");
        }
        return Math.max(1, Math.min(MOST_UNITS, count.asInt(USUAL_UNITS)));
    }

    /** With Forge's builds only: the others load a checkpoint with all that belongs to it. */
    FluxParts fluxParts() throws ServerFault, InterruptedException {
        boolean forge = dialect == Dialect.FORGE || dialect == Dialect.FORGE_NEO;
        boolean flux = family == ModelFamily.FLUX1_DEV
                || family == ModelFamily.FLUX1_SCHNELL
                || family == ModelFamily.FLUX1_KONTEXT;
        return forge && flux
                ? FluxParts.of(
                        json("sdapi/v1/sd-modules"), json("sdapi/v1/options").path("forge_additional_modules"))
                : FluxParts.NONE;
    }

    Networks networks() throws ServerFault, InterruptedException {
        boolean byField = dialect.takesLorasByField();
        Map<String, String> loras = new LinkedHashMap<>();
        for (JsonNode lora : json("sdapi/v1/loras")) {
            String name = lora.path("name").asText("");
            String path = lora.path("path").asText(name);
            if (!name.isEmpty() || !path.isEmpty()) {
                loras.put(name.isEmpty() ? path : name, byField ? path : name);
            }
        }
        List<String> embeddings = new ArrayList<>();
        if (!byField) {
            JsonNode loaded = json("sdapi/v1/embeddings").path("loaded");
            loaded.fieldNames().forEachRemaining(embeddings::add);
            // SD.Next's list holds the names only
            embeddings.addAll(texts(loaded.isArray() ? loaded : MissingNode.getInstance()));
        }
        return new Networks(loras, embeddings, byField);
    }

    private JsonNode json(String path) throws ServerFault, InterruptedException {
        Reply reply = api.get(path);
        return reply.status() == 200 ? reply.json().orElse(MissingNode.getInstance()) : MissingNode.getInstance();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText("")));
        return texts;
    }

    /** Bare names, or objects with a name. */
    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(entry -> names.add(
                entry.isTextual() ? entry.asText() : entry.path("name").asText("")));
        return names;
    }
}

package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.Network;
import dev.limner.image.NetworkPlan;
import dev.limner.image.NetworkPlan.Offer;
import dev.limner.image.Troubles;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.WireFault;
import dev.limner.prompt.Encoder;
import dev.limner.prompt.ModelFamily;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of a server: what it has, and what is drawn with. Immutable. */
final class Server {
    private final String version;
    private final String device;
    private final ObjectInfo info;
    private final List<String> embeddings;
    private final Stock stock;
    private final ComfySettings settings;
    private final @Nullable Parts parts;

    private Server(JsonNode stats, ObjectInfo info, List<String> embeddings, ComfySettings settings) throws WireFault {
        this.version = stats.path("system").path("comfyui_version").asText("");
        this.device = stats.path("devices").path(0).path("type").asText("");
        this.info = info;
        this.embeddings = List.copyOf(embeddings);
        this.settings = settings;
        this.stock = Stock.of(info);
        OwnWorkflow workflow = settings.workflow();
        this.parts = workflow == null ? choose() : null;
        if (workflow != null && !workflow.faults(info).isEmpty()) {
            throw new WireFault(Fault.MISSING_PART, "the own workflow: " + String.join("; ", workflow.faults(info)));
        }
    }

    static Server ask(ComfyApi api, ComfySettings settings) throws WireFault, InterruptedException {
        return new Server(api.stats(), api.objectInfo(), api.embeddings(), settings);
    }

    private Parts choose() throws WireFault {
        String model = settings.model();
        if (model != null) {
            return stock.named(model, settings.family())
                    .orElseThrow(
                            () -> new WireFault(Fault.UNKNOWN_MODEL, "there is no model " + model + "; " + have()));
        }
        return stock.best(settings.family())
                .orElseThrow(() -> new WireFault(
                        Fault.UNKNOWN_MODEL,
                        settings.family() == null
                                ? "the server has no model to draw with; " + have()
                                : "the server has no " + settings.family().id() + " model; " + have()));
    }

    private String have() {
        String usable = stock.usable().stream().map(Parts::model).collect(Collectors.joining(", "));
        String text = usable.isEmpty() ? "it has none" : "it has " + usable;
        return stock.incomplete().isEmpty() ? text : text + "; " + String.join("; ", stock.incomplete());
    }

    Recipe recipe(Troubles troubles) {
        Parts chosen = parts;
        OwnWorkflow workflow = settings.workflow();
        if (workflow == null && chosen != null) {
            return Recipes.of(chosen, info, device, settings.faces(), troubles);
        }
        if (workflow == null) {
            throw new IllegalStateException("neither a workflow nor a model");
        }
        return new OwnGraph(workflow, settings.model(), settings.family(), info, troubles);
    }

    NetworkPlan networks(List<Network> asked, ModelFamily family) {
        return NetworkPlan.of(asked, loras(), embeddings(family));
    }

    /** For the operator. */
    String networksFound() {
        return "LoRAs: " + info.choices("LoraLoader", "lora_name").size() + ", embeddings: " + embeddings.size();
    }

    private Offer loras() {
        return settings.workflow() != null
                ? Offer.none("the operator's own workflow is used, which loads its own LoRAs")
                : Offer.of(info.choices("LoraLoader", "lora_name"));
    }

    private Offer embeddings(ModelFamily family) {
        return family.encoder() == Encoder.CLIP
                ? Offer.of(embeddings)
                : Offer.none("embeddings are for SD 1.5 and SDXL");
    }

    /** Empty when it does not say. */
    String version() {
        return version;
    }

    Stock stock() {
        return stock;
    }
}

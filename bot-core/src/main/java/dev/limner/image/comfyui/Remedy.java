package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Troubles;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.WireFault;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What to do when a job failed: draw without what made it fail, or give up. */
sealed interface Remedy {

    /** This image cannot be used in this picture. */
    record Without(ReferenceImage image, String why) implements Remedy {}

    /** This ability does not work at this server for now. */
    record WithoutAbility(String ability, String why) implements Remedy {}

    /** The server no longer has the uploaded images. */
    record UploadAgain() implements Remedy {}

    record GiveUp(WireFault fault) implements Remedy {}

    static Remedy of(End.Failed failed, Graph graph) {
        String words = failed.message().toLowerCase(Locale.ROOT);
        String detail = "node " + failed.node() + " (" + failed.type() + ") failed: " + failed.message();
        Optional<ReferenceImage> image = graph.reference(failed.node());
        if (words.contains("no face detected") && image.isPresent()) {
            return new Without(image.get(), "no face was found in it");
        }
        if (words.contains("outofmemory") || words.contains("allocation on device")) {
            return new GiveUp(new WireFault(Fault.OUT_OF_MEMORY, detail));
        }
        if (words.contains("insightface") || (words.contains("lora model not found") && isAdapter(failed.type()))) {
            return new WithoutAbility(Troubles.FACE_ID, "the ComfyUI server cannot use FaceID (" + shown(failed) + ")");
        }
        if (failed.type().contains("FluxIPAdapter") || failed.type().contains("IPAdapterFlux")) {
            return new WithoutAbility(
                    ability(failed.node(), graph),
                    "the ComfyUI server's IP-Adapter for FLUX.1 failed (" + shown(failed) + ")");
        }
        Optional<String> changer = graph.nodesWithReference()
                .filter(id -> isAdapter(graph.type(id)))
                .findFirst();
        if (words.contains("unexpected keyword argument") && changer.isPresent()) {
            // the sampler calls the changed model as the nodes that changed it do not know
            return new WithoutAbility(
                    ability(changer.get(), graph), "the adapter's custom nodes do not fit this version of ComfyUI");
        }
        if ((isAdapter(failed.type()) || image.isPresent())
                && (words.contains("model not found")
                        || words.contains("shapes cannot be multiplied")
                        || words.contains("size mismatch"))) {
            return new WithoutAbility(
                    ability(failed.node(), graph),
                    words.contains("not found")
                            ? "the ComfyUI server lacks model files of the adapter (" + shown(failed) + ")"
                            : "the adapter of the ComfyUI server is for another kind of model");
        }
        return new GiveUp(new WireFault(Fault.SERVER_ERROR, detail));
    }

    /** The answer to a graph that was not taken. */
    static Remedy of(JsonNode answer, Graph graph) {
        for (Map.Entry<String, JsonNode> entry : answer.path("node_errors").properties()) {
            String type = entry.getValue().path("class_type").asText("");
            String kind = entry.getValue().path("errors").path(0).path("type").asText("");
            if (type.equals("LoadImage") && kind.equals("custom_validation_failed")) {
                return new UploadAgain();
            }
            if (isAdapter(type) || graph.reference(entry.getKey()).isPresent()) {
                return new WithoutAbility(
                        ability(entry.getKey(), graph), "the ComfyUI server's adapter does not take it");
            }
        }
        String words = answer.toString();
        String detail = "the graph was not taken: " + words.substring(0, Math.min(1000, words.length()));
        return new GiveUp(new WireFault(Fault.MISSING_PART, detail));
    }

    private static boolean isAdapter(String type) {
        return type.contains("IPAdapter") || type.contains("Pulid") || type.startsWith("StyleModel");
    }

    private static String ability(String node, Graph graph) {
        String type = graph.type(node);
        String preset = graph.json().path(node).path("inputs").path("preset").asText("");
        boolean style = graph.served(node)
                .map(image -> image.kind() == AvatarKind.STYLE)
                .orElse(type.startsWith("StyleModel") || !preset.contains("FACE"));
        if (style) {
            return Troubles.STYLES;
        }
        return type.contains("Pulid") || type.contains("FaceID") || preset.contains("FACEID")
                ? Troubles.FACE_ID
                : Troubles.FACES;
    }

    private static String shown(End.Failed failed) {
        String line = failed.message().replaceAll("\\s+", " ");
        return line.length() <= 120 ? line : line.substring(0, 120) + "...";
    }
}

package dev.limner.image.comfyui;

import dev.limner.image.FileNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server has by which FLUX.1 dev takes references: nodes that have their files.
 *
 * @param pulid PuLID's file
 * @param adapter for what the others do not take
 * @param unfinished which nodes are there and what they still need, for the operator
 */
record FluxDevTools(
        @Nullable String pulid,
        @Nullable Redux redux,
        @Nullable FluxAdapter adapter,
        List<String> unfinished) {
    static final String PULID = "PulidFluxModelLoader";
    static final String STYLES = "StyleModelLoader";

    /** The style model and the image encoder that it reads by. */
    record Redux(String model, String vision) {}

    FluxDevTools {
        unfinished = List.copyOf(unfinished);
    }

    /** @param device on which the server draws; may be empty */
    static FluxDevTools of(ObjectInfo info, String device) {
        List<String> unfinished = new ArrayList<>();
        Optional<String> pulid = Optional.empty();
        if (info.has(PULID, "PulidFluxInsightFaceLoader", "PulidFluxEvaClipLoader", "ApplyPulidFlux")) {
            pulid = FileNames.find(info.choices(PULID, "pulid_file"), "pulid");
            if (pulid.isEmpty()) {
                unfinished.add("ComfyUI-PuLID-Flux is there: put its model in models/pulid");
            }
        }
        Optional<FluxAdapter> adapter = FluxAdapter.of(info, device);
        if (adapter.isEmpty() && info.has(InstantXAdapter.LOADER)) {
            unfinished.add("ComfyUI-IPAdapter-Flux is there: put InstantX' ip-adapter.bin in models/ipadapter-flux");
        }
        if (adapter.isEmpty() && info.has(XLabsAdapter.LOADER)) {
            unfinished.add("x-flux-comfyui is there: put XLabs' adapter in models/xlabs/ipadapters and"
                    + " clip-vit-large-patch14 in models/clip_vision");
        }
        return new FluxDevTools(pulid.orElse(null), redux(info), adapter.orElse(null), unfinished);
    }

    private static @Nullable Redux redux(ObjectInfo info) {
        Optional<String> model = FileNames.find(info.choices(STYLES, "style_model_name"), "redux");
        Optional<String> vision = FileNames.find(info.choices("CLIPVisionLoader", "clip_name"), "sigclip|siglip");
        return model.isPresent() && vision.isPresent() ? new Redux(model.get(), vision.get()) : null;
    }

    /** What to install to get more, for the operator. */
    List<String> more() {
        List<String> more = new ArrayList<>(unfinished);
        if (pulid == null) {
            more.add((adapter == null ? "for a face" : "for a closer face")
                    + " install the custom nodes ComfyUI-PuLID-Flux, insightface and their file in models/pulid");
        }
        if (redux == null) {
            more.add((adapter == null || pulid != null ? "for styles" : "for styles beside faces")
                    + " put flux1-redux-dev in models/style_models and sigclip_vision_patch14_384 in"
                    + " models/clip_vision");
        }
        if (pulid == null && adapter == null) {
            more.add("for both, less closely, install the custom nodes ComfyUI-IPAdapter-Flux, which take "
                    + InstantXAdapter.MOST + " images, or x-flux-comfyui, which take one");
        }
        return more;
    }
}

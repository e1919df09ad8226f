package dev.limner.image.comfyui;

import dev.limner.avatar.AvatarKind;
import dev.limner.image.Calibration;
import dev.limner.image.FileNames;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferenceAbility.Limit;
import dev.limner.image.ReferenceAbility.Strength;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Sampling;
import dev.limner.image.Troubles;
import dev.limner.image.comfyui.Graph.Link;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * FLUX.1 dev: one face by PuLID, which changes the model, and styles by Redux, which changes the conditioning; as far as
 * the server has what they need.
 *
 * @param pulid PuLID's file; null where faces cannot be used
 * @param redux where styles cannot be used, null
 */
record FluxDevGraph(
        Parts parts, @Nullable String pulid, @Nullable Redux redux, ReferenceAbility ability) implements StockRecipe {
    private static final String PULID = "PulidFluxModelLoader";
    private static final String STYLES = "StyleModelLoader";
    /** More styles than these leave nothing of the text. */
    private static final int MOST_STYLES = 3;

    /** The style model and the image encoder that it reads by. */
    record Redux(String model, String vision) {}

    static FluxDevGraph of(Parts parts, ObjectInfo info, Troubles troubles) {
        Optional<String> pulid =
                info.has(PULID, "PulidFluxInsightFaceLoader", "PulidFluxEvaClipLoader", "ApplyPulidFlux")
                        ? FileNames.find(info.choices(PULID, "pulid_file"), "pulid")
                        : Optional.empty();
        Optional<String> model = FileNames.find(info.choices(STYLES, "style_model_name"), "redux");
        Optional<String> vision = FileNames.find(info.choices("CLIPVisionLoader", "clip_name"), "sigclip|siglip");
        Redux redux = model.isPresent() && vision.isPresent() ? new Redux(model.get(), vision.get()) : null;
        Limit faces = troubles.with(Troubles.FACE_ID)
                .map(why -> new Limit(0, why))
                .orElse(
                        pulid.isPresent()
                                ? new Limit(1, "PuLID makes one face")
                                : new Limit(0, "the ComfyUI server lacks PuLID for FLUX.1"));
        Limit styles = troubles.with(Troubles.STYLES)
                .map(why -> new Limit(0, why))
                .orElse(
                        redux == null
                                ? new Limit(0, "the ComfyUI server lacks FLUX.1 Redux")
                                : new Limit(MOST_STYLES, "this graph takes " + MOST_STYLES + " styles"));
        Limit together = new Limit(faces.most() + styles.most(), "FLUX.1 dev reads text only");
        return new FluxDevGraph(
                parts, pulid.orElse(null), redux, new ReferenceAbility(faces, styles, together, Strength.NUMBERS));
    }

    @Override
    public String title() {
        if (ability.together().most() == 0) {
            return "FLUX.1 dev, text only";
        }
        String by = ability.faces().most() > 0 && ability.styles().most() > 0
                ? "PuLID and Redux"
                : ability.faces().most() > 0 ? "PuLID" : "Redux";
        return "FLUX.1 dev with " + by;
    }

    @Override
    public Graph graph(Job job) {
        Graph graph = new Graph();
        Sampling sampling = Sampling.of(parts.family(), parts.model());
        Loaded loaded = Loaded.into(graph, parts, job.loras());
        Link text = loaded.encode(graph, job.prompt());
        Link model = loaded.model();
        Link conditioning = text;
        Link vision = null;
        Link style = null;
        for (ReferenceImage image : job.plan().used()) {
            Link pixels = graph.node("LoadImage").with("image", job.file(image)).out(0);
            if (image.kind() == AvatarKind.FACE && pulid != null) {
                model = face(graph, model, image, pixels, pulid);
            } else if (redux != null) {
                vision = vision == null
                        ? graph.node("CLIPVisionLoader")
                                .with("clip_name", redux.vision())
                                .out(0)
                        : vision;
                style = style == null
                        ? graph.node(STYLES)
                                .with("style_model_name", redux.model())
                                .out(0)
                        : style;
                conditioning = style(graph, conditioning, image, seen(graph, vision, pixels), style);
            }
        }
        Link positive = graph.node("FluxGuidance")
                .with("conditioning", conditioning)
                .with("guidance", sampling.guidance())
                .out(0);
        Link negative =
                graph.node("ConditioningZeroOut").with("conditioning", text).out(0);
        Loaded changed = new Loaded(model, loaded.clip(), loaded.vae());
        Sampled.by(graph, changed, sampling, job, positive, negative, "EmptySD3LatentImage");
        return graph;
    }

    private static Link face(Graph graph, Link model, ReferenceImage image, Link pixels, String pulid) {
        return graph.node("ApplyPulidFlux")
                .about(image)
                .with("model", model)
                .with("pulid_flux", graph.node(PULID).with("pulid_file", pulid).out(0))
                .with("eva_clip", graph.node("PulidFluxEvaClipLoader").out(0))
                .with(
                        "face_analysis",
                        graph.node("PulidFluxInsightFaceLoader")
                                .with("provider", "CPU")
                                .out(0))
                .with("image", pixels)
                .with("weight", Calibration.identity(image.weight()))
                .with("start_at", 0.0)
                .with("end_at", 1.0)
                .out(0);
    }

    private static Link seen(Graph graph, Link vision, Link pixels) {
        return graph.node("CLIPVisionEncode")
                .with("clip_vision", vision)
                .with("image", pixels)
                .with("crop", "center")
                .out(0);
    }

    private static Link style(Graph graph, Link conditioning, ReferenceImage image, Link seen, Link style) {
        return graph.node("StyleModelApply")
                .about(image)
                .with("conditioning", conditioning)
                .with("style_model", style)
                .with("clip_vision_output", seen)
                .with("strength", image.weight())
                .with("strength_type", "multiply")
                .out(0);
    }
}

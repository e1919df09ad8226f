package dev.limner.image.comfyui;

import dev.limner.image.Calibration;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferenceAbility.Limit;
import dev.limner.image.ReferenceAbility.Strength;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Sampling;
import dev.limner.image.Troubles;
import dev.limner.image.comfyui.Graph.Link;
import dev.limner.prompt.ModelFamily;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SD 1.5 and SDXL, with IPAdapter_plus' nodes for any number of faces and styles where the server has them. */
final class IpAdapterGraph implements StockRecipe {
    private static final String LOADER = "IPAdapterUnifiedLoader";
    private static final String FACE_ID_LOADER = "IPAdapterUnifiedLoaderFaceID";
    private static final String APPLY = "IPAdapterAdvanced";
    private static final String FACE_ID_APPLY = "IPAdapterFaceID";
    /** Crops to the square that the image encoder sees, which is cut out of the middle otherwise. */
    private static final String CROP = "PrepImageForClipVision";
    /** There is no limit but video memory and time; a crowd larger than this is a mistake. */
    private static final int MOST = 16;

    private final Parts parts;
    private final FaceAdapter adapter;
    private final List<String> more;
    private final boolean crops;
    private final ReferenceAbility ability;

    private IpAdapterGraph(
            Parts parts, FaceAdapter adapter, List<String> more, boolean crops, ReferenceAbility ability) {
        this.parts = parts;
        this.adapter = adapter;
        this.more = more;
        this.crops = crops;
        this.ability = ability;
    }

    /** Whether the server has the nodes; its files turn up only when they are used. */
    static boolean isPossible(ObjectInfo info) {
        return info.has(LOADER, APPLY);
    }

    static IpAdapterGraph of(Parts parts, ObjectInfo info, FaceAdapter wanted, Troubles troubles) {
        boolean faceId = wanted == FaceAdapter.FACEID
                && info.has(FACE_ID_LOADER, FACE_ID_APPLY)
                && troubles.with(Troubles.FACE_ID).isEmpty();
        return new IpAdapterGraph(
                parts,
                faceId ? FaceAdapter.FACEID : FaceAdapter.PLUS,
                more(info, wanted),
                info.has(CROP),
                ability(info, faceId, troubles));
    }

    private static ReferenceAbility ability(ObjectInfo info, boolean faceId, Troubles troubles) {
        if (!isPossible(info)) {
            return ReferenceAbility.none("the ComfyUI server lacks the custom nodes IPAdapter_plus");
        }
        Limit most = new Limit(MOST, "this graph takes " + MOST + " references");
        Limit faces = troubles.with(faceId ? Troubles.FACE_ID : Troubles.FACES)
                .map(why -> new Limit(0, why))
                .orElse(most);
        Limit styles =
                troubles.with(Troubles.STYLES).map(why -> new Limit(0, why)).orElse(most);
        return new ReferenceAbility(faces, styles, most, Strength.NUMBERS);
    }

    @Override
    public Parts parts() {
        return parts;
    }

    @Override
    public String title() {
        String name = parts.family() == ModelFamily.SD15 ? "SD 1.5" : "SDXL";
        if (ability.together().most() == 0) {
            return name + ", text only";
        }
        return name + " with IP-Adapter" + (adapter == FaceAdapter.FACEID ? " and FaceID" : "");
    }

    @Override
    public ReferenceAbility ability() {
        return ability;
    }

    @Override
    public List<String> more() {
        return more;
    }

    private static List<String> more(ObjectInfo info, FaceAdapter wanted) {
        if (!isPossible(info)) {
            return List.of("install the custom nodes ComfyUI_IPAdapter_plus, and their models in models/ipadapter and"
                    + " models/clip_vision; faces and styles then work with this model");
        }
        return wanted == FaceAdapter.FACEID && !info.has(FACE_ID_LOADER, FACE_ID_APPLY)
                ? List.of("update the custom nodes ComfyUI_IPAdapter_plus: they lack those for COMFYUI_FACES=faceid")
                : List.of();
    }

    @Override
    public Graph graph(Job job) {
        Graph graph = new Graph();
        Loaded loaded = Loaded.into(graph, parts, job.loras());
        Link positive = loaded.encode(graph, job.prompt());
        Link negative = loaded.encode(graph, job.negative());
        Chain chain = new Chain(graph, loaded.model());
        chain.faces(job, adapter, crops);
        chain.styles(job);
        Loaded conditioned = new Loaded(chain.model, loaded.clip(), loaded.vae());
        Sampling sampling = Sampling.of(parts.family(), parts.model());
        Sampled.by(graph, conditioned, sampling, job, positive, negative, "EmptyLatentImage");
        return graph;
    }

    /** Each adapter takes the model that the one before it gives. */
    private static final class Chain {
        private final Graph graph;
        private Link model;
        /** The first loader's, which brings the image encoder that all share. */
        private @Nullable Link shared;

        Chain(Graph graph, Link model) {
            this.graph = graph;
            this.model = model;
        }

        void faces(Job job, FaceAdapter adapter, boolean crops) {
            List<ReferenceImage> faces = job.plan().faces();
            if (faces.isEmpty()) {
                return;
            }
            boolean faceId = adapter == FaceAdapter.FACEID;
            Link ipAdapter = faceId
                    ? load(graph.node(FACE_ID_LOADER)
                            .with("preset", "FACEID PLUS V2")
                            .with("lora_strength", 0.6)
                            .with("provider", "CPU"))
                    : load(graph.node(LOADER).with("preset", "PLUS FACE (portraits)"));
            for (ReferenceImage face : faces) {
                Graph.Node apply = graph.node(faceId ? FACE_ID_APPLY : APPLY).about(face);
                if (faceId) {
                    apply.with("weight_faceidv2", 1.0);
                }
                double weight = faceId ? Calibration.identity(face.weight()) : face.weight();
                // insightface looks for the face itself, and sees it best in the whole picture
                Link pixels = crops && !faceId ? upperSquare(face, load(job, face)) : load(job, face);
                apply(apply, ipAdapter, pixels, weight, "linear");
            }
        }

        void styles(Job job) {
            List<ReferenceImage> styles = job.plan().styles();
            if (styles.isEmpty()) {
                return;
            }
            Link ipAdapter = load(graph.node(LOADER).with("preset", "PLUS (high strength)"));
            for (ReferenceImage style : styles) {
                double weight = Calibration.styleLayers(style.weight());
                apply(graph.node(APPLY).about(style), ipAdapter, load(job, style), weight, "style transfer");
            }
        }

        private Link load(Graph.Node loader) {
            loader.with("model", model);
            if (shared != null) {
                loader.with("ipadapter", shared);
            } else {
                shared = loader.out(1);
            }
            model = loader.out(0);
            return loader.out(1);
        }

        private Link load(Job job, ReferenceImage image) {
            return graph.node("LoadImage").with("image", job.file(image)).out(0);
        }

        /** In a portrait that is higher than wide, the face is above the middle. */
        private Link upperSquare(ReferenceImage face, Link pixels) {
            return graph.node(CROP)
                    .about(face)
                    .with("image", pixels)
                    .with("interpolation", "LANCZOS")
                    .with("crop_position", "top")
                    .with("sharpening", 0.0)
                    .out(0);
        }

        private void apply(Graph.Node apply, Link ipAdapter, Link image, double weight, String type) {
            model = apply.with("model", model)
                    .with("ipadapter", ipAdapter)
                    .with("image", image)
                    .with("weight", weight)
                    .with("weight_type", type)
                    .with("combine_embeds", "concat")
                    .with("start_at", 0.0)
                    .with("end_at", 1.0)
                    .with("embeds_scaling", "V only")
                    .out(0);
        }
    }
}

package dev.limner.image.comfyui;

import dev.limner.avatar.AvatarKind;
import dev.limner.image.Calibration;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferenceAbility.Limit;
import dev.limner.image.ReferenceAbility.Strength;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Sampling;
import dev.limner.image.Troubles;
import dev.limner.image.comfyui.FluxDevTools.Redux;
import dev.limner.image.comfyui.Graph.Link;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * FLUX.1 dev: one face by PuLID, which changes the model, and styles by Redux, which changes the conditioning. For what
 * the server lacks of these an IP-Adapter stands in, except beside PuLID.
 *
 * @param pulid PuLID's file; null where it makes no faces
 * @param adapter for what the others do not take; null where there is none, or none beside PuLID
 */
record FluxDevGraph(
        Parts parts,
        FluxDevTools tools,
        @Nullable String pulid,
        @Nullable FluxAdapter adapter,
        ReferenceAbility ability)
        implements StockRecipe {
    /** More styles than these leave nothing of the text. */
    private static final int MOST_STYLES = 3;

    static FluxDevGraph of(Parts parts, FluxDevTools tools, Troubles troubles) {
        String pulid = troubles.with(Troubles.FACE_ID).isPresent() ? null : tools.pulid();
        FluxAdapter adapter = pulid == null ? tools.adapter() : null;
        Limit faces = faces(pulid, adapter, troubles);
        Limit styles = styles(pulid, tools.redux(), adapter, troubles);
        Limit together = adapter != null && tools.redux() == null
                ? new Limit(adapter.most(), adapter.why())
                : new Limit(faces.most() + styles.most(), "FLUX.1 dev reads text only");
        return new FluxDevGraph(
                parts, tools, pulid, adapter, new ReferenceAbility(faces, styles, together, Strength.NUMBERS));
    }

    private static Limit faces(@Nullable String pulid, @Nullable FluxAdapter adapter, Troubles troubles) {
        if (pulid != null) {
            return new Limit(1, "PuLID makes one face");
        }
        Optional<String> trouble = adapter == null ? troubles.with(Troubles.FACE_ID) : troubles.with(Troubles.FACES);
        if (trouble.isPresent()) {
            return new Limit(0, trouble.get());
        }
        return adapter == null
                ? new Limit(0, "the ComfyUI server lacks PuLID for FLUX.1")
                : new Limit(adapter.most(), adapter.why());
    }

    private static Limit styles(
            @Nullable String pulid, @Nullable Redux redux, @Nullable FluxAdapter adapter, Troubles troubles) {
        Optional<String> trouble = troubles.with(Troubles.STYLES);
        if (trouble.isPresent()) {
            return new Limit(0, trouble.get());
        }
        if (redux != null) {
            return new Limit(MOST_STYLES, "this graph takes " + MOST_STYLES + " styles");
        }
        if (adapter != null) {
            return new Limit(adapter.most(), adapter.why());
        }
        return new Limit(
                0,
                pulid == null
                        ? "the ComfyUI server lacks FLUX.1 Redux"
                        : "beside PuLID the ComfyUI server needs FLUX.1 Redux for styles");
    }

    @Override
    public String title() {
        String by = Stream.of(
                        pulid == null || ability.faces().most() == 0 ? "" : "PuLID",
                        adapter == null || !adapts() ? "" : adapter.title(),
                        tools.redux() == null || ability.styles().most() == 0 ? "" : "Redux")
                .filter(way -> !way.isEmpty())
                .collect(Collectors.joining(" and "));
        return by.isEmpty() ? "FLUX.1 dev, text only" : "FLUX.1 dev with " + by;
    }

    /** Whether an image may go through the adapter. */
    private boolean adapts() {
        return ability.faces().most() > 0
                || (tools.redux() == null && ability.styles().most() > 0);
    }

    @Override
    public List<String> more() {
        return tools.more();
    }

    @Override
    public Graph graph(Job job) {
        Graph graph = new Graph();
        Sampling sampling = Sampling.of(parts.family(), parts.model());
        Loaded loaded = Loaded.into(graph, parts, job.loras());
        Link text = loaded.encode(graph, job.prompt());
        Ways ways = new Ways(graph, loaded.model(), text, meanWeight(adapted(job)));
        for (ReferenceImage image : job.plan().used()) {
            ways.take(
                    image,
                    graph.node("LoadImage").with("image", job.file(image)).out(0));
        }
        Link positive = graph.node("FluxGuidance")
                .with("conditioning", ways.conditioning)
                .with("guidance", sampling.guidance())
                .out(0);
        Link negative =
                graph.node("ConditioningZeroOut").with("conditioning", text).out(0);
        Loaded changed = new Loaded(ways.model, loaded.clip(), loaded.vae());
        if (adapter != null && ways.adapted != null) {
            adapter.sample(graph, changed, sampling, job, positive, negative);
        } else {
            Sampled.by(graph, changed, sampling, job, positive, negative, "EmptySD3LatentImage");
        }
        return graph;
    }

    /** The images that go through the adapter. */
    private List<ReferenceImage> adapted(Job job) {
        return adapter == null
                ? List.of()
                : job.plan().used().stream()
                        .filter(image -> image.kind() == AvatarKind.FACE || tools.redux() == null)
                        .toList();
    }

    /** To a thousandth, whatever their order. */
    private static double meanWeight(List<ReferenceImage> images) {
        double mean =
                images.stream().mapToDouble(ReferenceImage::weight).average().orElse(0);
        return Math.round(mean * 1000) / 1000.0;
    }

    @Override
    public List<String> notes(Job job) {
        List<ReferenceImage> images = adapted(job);
        long weights = images.stream().map(ReferenceImage::weight).distinct().count();
        return weights < 2
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "The images of the IP-Adapter count with %.2f each, the mean of their weights: it has one for all.",
                        meanWeight(images)));
    }

    /** Each image changes the model or the conditioning that the one before it left. */
    private final class Ways {
        private final Graph graph;
        private Link model;
        private Link conditioning;
        /** The adapter, once it is loaded. */
        private @Nullable Link adapted;

        private @Nullable Link vision;
        private @Nullable Link styleModel;
        private final double adapterWeight;

        Ways(Graph graph, Link model, Link conditioning, double adapterWeight) {
            this.graph = graph;
            this.model = model;
            this.conditioning = conditioning;
            this.adapterWeight = adapterWeight;
        }

        void take(ReferenceImage image, Link pixels) {
            Redux redux = tools.redux();
            String file = pulid;
            if (image.kind() == AvatarKind.FACE && file != null) {
                model = face(graph, model, image, pixels, file);
            } else if (image.kind() == AvatarKind.STYLE && redux != null) {
                style(image, pixels, redux);
            } else {
                FluxAdapter other = Objects.requireNonNull(adapter, "no way for an image that was planned");
                adapted = adapted == null ? other.load(graph) : adapted;
                model = other.apply(graph, model, adapted, image, pixels, adapterWeight);
            }
        }

        private void style(ReferenceImage image, Link pixels, Redux redux) {
            if (vision == null || styleModel == null) {
                vision = graph.node("CLIPVisionLoader")
                        .with("clip_name", redux.vision())
                        .out(0);
                styleModel = graph.node(FluxDevTools.STYLES)
                        .with("style_model_name", redux.model())
                        .out(0);
            }
            Link seen = graph.node("CLIPVisionEncode")
                    .with("clip_vision", vision)
                    .with("image", pixels)
                    .with("crop", "center")
                    .out(0);
            conditioning = graph.node("StyleModelApply")
                    .about(image)
                    .with("conditioning", conditioning)
                    .with("style_model", styleModel)
                    .with("clip_vision_output", seen)
                    .with("strength", image.weight())
                    .with("strength_type", "multiply")
                    .out(0);
        }
    }

    private static Link face(Graph graph, Link model, ReferenceImage image, Link pixels, String pulid) {
        return graph.node("ApplyPulidFlux")
                .about(image)
                .with("model", model)
                .with(
                        "pulid_flux",
                        graph.node(FluxDevTools.PULID).with("pulid_file", pulid).out(0))
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
}

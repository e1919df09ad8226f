package dev.limner.image.comfyui;

import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Sampling;
import dev.limner.image.comfyui.Graph.Link;
import java.util.ArrayList;
import java.util.List;

/** Qwen-Image-Edit of 2509 and later: the text encoder looks at up to three images itself. */
final class QwenEditGraph implements StockRecipe {
    private static final int MOST = 3;
    private static final String ENCODE = "TextEncodeQwenImageEditPlus";
    private static final double SHIFT = 3;

    private final Parts parts;
    private final boolean sees;

    QwenEditGraph(Parts parts, ObjectInfo info) {
        this.parts = parts;
        this.sees = info.has(ENCODE);
    }

    static Loaded shifted(Graph graph, Loaded loaded) {
        Link model = graph.node("ModelSamplingAuraFlow")
                .with("model", loaded.model())
                .with("shift", SHIFT)
                .out(0);
        return new Loaded(model, loaded.clip(), loaded.vae());
    }

    @Override
    public Parts parts() {
        return parts;
    }

    @Override
    public String title() {
        return "Qwen-Image-Edit" + (sees ? " with reference images" : ", text only");
    }

    @Override
    public ReferenceAbility ability() {
        return sees
                ? ReferenceAbility.words(MOST, "Qwen-Image-Edit takes " + MOST + " images")
                : ReferenceAbility.none("this ComfyUI lacks the node " + ENCODE + "; bring it up to date");
    }

    @Override
    public Graph graph(Job job) {
        Graph graph = new Graph();
        Sampling sampling = Sampling.of(parts.family(), parts.model());
        Loaded loaded = Loaded.into(graph, parts, job.loras());
        List<Link> images = new ArrayList<>();
        for (ReferenceImage image : job.plan().used()) {
            images.add(graph.node("LoadImage").with("image", job.file(image)).out(0));
        }
        Link positive = encode(graph, loaded, job.prompt(), images);
        Link negative = encode(graph, loaded, job.negative(), images);
        Sampled.by(graph, shifted(graph, loaded), sampling, job, positive, negative, "EmptySD3LatentImage");
        return graph;
    }

    private Link encode(Graph graph, Loaded loaded, String text, List<Link> images) {
        if (!sees) {
            return loaded.encode(graph, text);
        }
        Graph.Node encode = graph.node(ENCODE)
                .with("clip", loaded.clip())
                .with("prompt", text)
                .with("vae", loaded.vae());
        for (int i = 0; i < images.size(); i++) {
            encode.with("image" + (i + 1), images.get(i));
        }
        return encode.out(0);
    }
}

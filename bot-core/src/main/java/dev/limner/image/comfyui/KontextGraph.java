package dev.limner.image.comfyui;

import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Sampling;
import dev.limner.image.comfyui.Graph.Link;

/** FLUX.1 Kontext: images become latents that the conditioning refers to, one after another. */
record KontextGraph(Parts parts) implements StockRecipe {
    private static final int MOST = 3;

    @Override
    public String title() {
        return "FLUX.1 Kontext with reference images";
    }

    @Override
    public ReferenceAbility ability() {
        return ReferenceAbility.words(MOST, "FLUX.1 Kontext keeps " + MOST + " images apart");
    }

    @Override
    public Graph graph(Job job) {
        Graph graph = new Graph();
        Sampling sampling = Sampling.of(parts.family(), parts.model());
        Loaded loaded = Loaded.into(graph, parts, job.loras());
        Link text = loaded.encode(graph, job.prompt());
        Link conditioning = text;
        for (ReferenceImage image : job.plan().used()) {
            Link pixels = graph.node("LoadImage").with("image", job.file(image)).out(0);
            Link scaled =
                    graph.node("FluxKontextImageScale").with("image", pixels).out(0);
            Link latent = graph.node("VAEEncode")
                    .with("pixels", scaled)
                    .with("vae", loaded.vae())
                    .out(0);
            conditioning = graph.node("ReferenceLatent")
                    .about(image)
                    .with("conditioning", conditioning)
                    .with("latent", latent)
                    .out(0);
        }
        Link positive = graph.node("FluxGuidance")
                .with("conditioning", conditioning)
                .with("guidance", sampling.guidance())
                .out(0);
        Link negative =
                graph.node("ConditioningZeroOut").with("conditioning", text).out(0);
        Sampled.by(graph, loaded, sampling, job, positive, negative, "EmptySD3LatentImage");
        return graph;
    }
}

package dev.limner.image.comfyui;

import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Sampling;
import dev.limner.image.comfyui.Graph.Link;
import dev.limner.prompt.ModelFamily;
import java.util.ArrayList;
import java.util.List;

/** FLUX.2 dev and klein: images become latents that the conditioning refers to; klein's negative refers to them too. */
final class Flux2Graph implements StockRecipe {
    private static final int MOST_DEV = 6;
    private static final int MOST_KLEIN = 4;
    private static final String SCALE = "ImageScaleToTotalPixels";

    private final Parts parts;
    private final boolean scaleHasSteps;

    Flux2Graph(Parts parts, ObjectInfo info) {
        this.parts = parts;
        this.scaleHasSteps = info.requires(SCALE, "resolution_steps");
    }

    private boolean isKlein() {
        return parts.family() == ModelFamily.FLUX2_KLEIN;
    }

    @Override
    public Parts parts() {
        return parts;
    }

    @Override
    public String title() {
        return (isKlein() ? "FLUX.2 klein" : "FLUX.2 dev") + " with reference images";
    }

    @Override
    public ReferenceAbility ability() {
        int most = isKlein() ? MOST_KLEIN : MOST_DEV;
        return ReferenceAbility.words(
                most, (isKlein() ? "FLUX.2 klein" : "FLUX.2 dev") + " keeps " + most + " images apart");
    }

    @Override
    public Graph graph(Job job) {
        Graph graph = new Graph();
        Sampling sampling = Sampling.of(parts.family(), parts.model());
        Loaded loaded = Loaded.into(graph, parts, job.loras());
        Link text = loaded.encode(graph, job.prompt());
        List<Link> latents = new ArrayList<>();
        for (ReferenceImage image : job.plan().used()) {
            latents.add(latent(graph, loaded, job.file(image)));
        }
        Link guider =
                isKlein() ? klein(graph, loaded, sampling, text, latents) : dev(graph, loaded, sampling, text, latents);
        Link noise = graph.node("RandomNoise").with("noise_seed", job.seed()).out(0);
        Link sampler = graph.node("KSamplerSelect")
                .with("sampler_name", Sampled.sampler(sampling))
                .out(0);
        Link sigmas = graph.node("Flux2Scheduler")
                .with("steps", sampling.steps())
                .with("width", job.width())
                .with("height", job.height())
                .out(0);
        Link samples = graph.node("SamplerCustomAdvanced")
                .with("noise", noise)
                .with("guider", guider)
                .with("sampler", sampler)
                .with("sigmas", sigmas)
                .with("latent_image", Sampled.latent(graph, "EmptyFlux2LatentImage", job))
                .samples()
                .out(0);
        Sampled.show(graph, loaded, samples);
        return graph;
    }

    private static Link dev(Graph graph, Loaded loaded, Sampling sampling, Link text, List<Link> latents) {
        Link guided = graph.node("FluxGuidance")
                .with("conditioning", text)
                .with("guidance", sampling.guidance())
                .out(0);
        return graph.node("BasicGuider")
                .with("model", loaded.model())
                .with("conditioning", referring(graph, guided, latents))
                .out(0);
    }

    private static Link klein(Graph graph, Loaded loaded, Sampling sampling, Link text, List<Link> latents) {
        Link nothing =
                graph.node("ConditioningZeroOut").with("conditioning", text).out(0);
        return graph.node("CFGGuider")
                .with("model", loaded.model())
                .with("positive", referring(graph, text, latents))
                .with("negative", referring(graph, nothing, latents))
                .with("cfg", sampling.cfg())
                .out(0);
    }

    private Link latent(Graph graph, Loaded loaded, String file) {
        Link pixels = graph.node("LoadImage").with("image", file).out(0);
        Graph.Node scale = graph.node(SCALE)
                .with("image", pixels)
                .with("upscale_method", "lanczos")
                .with("megapixels", 1.0);
        if (scaleHasSteps) {
            scale.with("resolution_steps", 1);
        }
        return graph.node("VAEEncode")
                .with("pixels", scale.out(0))
                .with("vae", loaded.vae())
                .out(0);
    }

    private static Link referring(Graph graph, Link conditioning, List<Link> latents) {
        Link last = conditioning;
        for (Link latent : latents) {
            last = graph.node("ReferenceLatent")
                    .with("conditioning", last)
                    .with("latent", latent)
                    .out(0);
        }
        return last;
    }
}

package dev.limner.image.comfyui;

import dev.limner.image.FileNames;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Sampling;
import dev.limner.image.comfyui.Graph.Link;
import java.util.List;
import java.util.Optional;

/**
 * XLabs' adapter by the nodes of x-flux-comfyui. ComfyUI's own sampler passes the changed model more than it takes, so
 * theirs draws.
 *
 * @param file the adapter's
 * @param vision CLIP ViT-L/14, with which it was trained; another one's numbers do not fit
 * @param weight the name of the input for it, which was another in the nodes' first months
 * @param shortens whether the sampler wants to be told how much of its steps to take
 */
record XLabsAdapter(String file, String vision, String weight, boolean shortens) implements FluxAdapter {
    static final String LOADER = "LoadFluxIPAdapter";
    private static final String APPLY = "ApplyFluxIPAdapter";
    private static final String SAMPLER = "XlabsSampler";
    private static final String VIT_L = "vit.?l(?!aion)|large.?patch14|clip_vision_l\\b|clip_vision_flux";

    static Optional<XLabsAdapter> of(ObjectInfo info) {
        List<String> files = info.choices(LOADER, "ipadatper");
        Optional<String> vision = FluxAdapter.byPath(info.choices(LOADER, "clip_vision"), VIT_L);
        if (!info.has(LOADER, APPLY, SAMPLER) || files.isEmpty() || vision.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new XLabsAdapter(
                FileNames.find(files, "v2").orElse(files.get(0)),
                vision.get(),
                info.requires(APPLY, "strength_model") ? "strength_model" : "ip_scale",
                info.requires(SAMPLER, "denoise_strength")));
    }

    @Override
    public String title() {
        return "XLabs' IP-Adapter";
    }

    @Override
    public int most() {
        return 1;
    }

    @Override
    public String why() {
        return "XLabs' adapter takes one image";
    }

    @Override
    public Link load(Graph graph) {
        return graph.node(LOADER)
                // sic
                .with("ipadatper", file)
                .with("clip_vision", vision)
                .with("provider", "CPU")
                .out(0);
    }

    @Override
    public Link apply(Graph graph, Link model, Link loaded, ReferenceImage image, Link pixels, double strength) {
        return graph.node(APPLY)
                .about(image)
                .with("model", model)
                .with("ip_adapter_flux", loaded)
                .with("image", pixels)
                .with(weight, strength)
                .out(0);
    }

    @Override
    public void sample(Graph graph, Loaded loaded, Sampling sampling, Job job, Link positive, Link negative) {
        // one with FLUX' channels would be taken for a picture to change
        Link latent = Sampled.latent(graph, "EmptyLatentImage", job);
        Graph.Node sampler = graph.node(SAMPLER)
                .with("model", loaded.model())
                .with("conditioning", positive)
                .with("neg_conditioning", negative)
                .with("noise_seed", job.seed())
                .with("steps", sampling.steps())
                // never: the negative is not worth twice the time
                .with("timestep_to_start_cfg", sampling.steps())
                .with("true_gs", 1.0)
                .with("image_to_image_strength", 0.0)
                .with("latent_image", latent)
                .samples();
        Link samples = (shortens ? sampler.with("denoise_strength", 1.0) : sampler).out(0);
        Sampled.show(graph, loaded, samples);
    }
}

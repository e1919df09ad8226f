package dev.limner.image.comfyui;

import dev.limner.image.ReferenceImage;
import dev.limner.image.Sampling;
import dev.limner.image.comfyui.Graph.Link;
import java.util.List;
import java.util.Optional;

/**
 * InstantX' adapter by the nodes of ComfyUI-IPAdapter-Flux.
 *
 * @param file the adapter's
 * @param vision the image encoder, which the nodes fetch themselves where they are given its name
 * @param device where both work
 * @param typed whether a number format has to be chosen, as in some builds
 */
record InstantXAdapter(String file, String vision, String device, boolean typed) implements FluxAdapter {
    static final String LOADER = "IPAdapterFluxLoader";
    private static final String APPLY = "ApplyIPAdapterFlux";
    private static final String SIGLIP = "google/siglip-so400m-patch14-384";
    /** Each adds a pass over every block, and with more of them the text counts for little. */
    static final int MOST = 3;

    static Optional<InstantXAdapter> of(ObjectInfo info, String device) {
        List<String> files = info.choices(LOADER, "ipadapter");
        List<String> encoders = info.choices(LOADER, "clip_vision");
        // a single file of this encoder lacks the settings that the nodes read beside it
        Optional<String> vision = encoders.isEmpty()
                ? Optional.of(SIGLIP)
                : FluxAdapter.byPath(encoders, "siglip-so400m[^/]*(?<!\\.safetensors)$");
        if (!info.has(LOADER, APPLY) || files.isEmpty() || vision.isEmpty()) {
            return Optional.empty();
        }
        String provider = info.choices(LOADER, "provider").contains(device) ? device : "cuda";
        return Optional.of(new InstantXAdapter(files.get(0), vision.get(), provider, info.requires(LOADER, "dtype")));
    }

    @Override
    public String title() {
        return "InstantX' IP-Adapter";
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public String why() {
        return "InstantX' adapter is sent " + MOST + " images";
    }

    @Override
    public Link load(Graph graph) {
        Graph.Node loader = graph.node(LOADER)
                .with("ipadapter", file)
                .with("clip_vision", vision)
                .with("provider", device);
        return (typed ? loader.with("dtype", "auto") : loader).out(0);
    }

    @Override
    public Link apply(Graph graph, Link model, Link loaded, ReferenceImage image, Link pixels, double weight) {
        return graph.node(APPLY)
                .about(image)
                .with("model", model)
                .with("ipadapter_flux", loaded)
                .with("image", pixels)
                .with("weight", weight)
                .with("start_percent", 0.0)
                .with("end_percent", 1.0)
                .out(0);
    }

    @Override
    public void sample(Graph graph, Loaded loaded, Sampling sampling, Job job, Link positive, Link negative) {
        Sampled.by(graph, loaded, sampling, job, positive, negative, "EmptySD3LatentImage");
    }
}

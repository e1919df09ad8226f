package dev.limner.image.comfyui;

import dev.limner.image.Sampling;
import dev.limner.image.comfyui.Graph.Link;
import java.util.Locale;

/** The end of every graph: noise becomes a picture, which leaves nothing in the server's output folder. */
final class Sampled {
    private Sampled() {}

    static void by(
            Graph graph, Loaded loaded, Sampling sampling, Job job, Link positive, Link negative, String latentType) {
        Link latent = latent(graph, latentType, job);
        Link samples = graph.node("KSampler")
                .with("model", loaded.model())
                .with("seed", job.seed())
                .with("steps", sampling.steps())
                .with("cfg", sampling.cfg())
                .with("sampler_name", sampler(sampling))
                .with("scheduler", scheduler(sampling))
                .with("positive", positive)
                .with("negative", negative)
                .with("latent_image", latent)
                .with("denoise", 1.0)
                .samples()
                .out(0);
        show(graph, loaded, samples);
    }

    static Link latent(Graph graph, String type, Job job) {
        return graph.node(type)
                .with("width", job.width())
                .with("height", job.height())
                .with("batch_size", 1)
                .out(0);
    }

    static void show(Graph graph, Loaded loaded, Link samples) {
        Link image = graph.node("VAEDecode")
                .with("samples", samples)
                .with("vae", loaded.vae())
                .out(0);
        graph.node("PreviewImage").with("images", image).shows();
    }

    /** {@code DPM++ 2M} is {@code dpmpp_2m} here. */
    static String sampler(Sampling sampling) {
        return key(sampling.choices().get(0).sampler().replace("++", "pp"));
    }

    static String scheduler(Sampling sampling) {
        return key(sampling.choices().get(0).scheduler());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace(" ", "_");
    }
}

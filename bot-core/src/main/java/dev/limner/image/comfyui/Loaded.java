package dev.limner.image.comfyui;

import dev.limner.image.Network;
import dev.limner.image.comfyui.Graph.Link;
import dev.limner.image.comfyui.Parts.Loader;
import java.util.List;
import java.util.Objects;

/** The beginning of every graph: a model, its text encoder and its VAE, with LoRAs if wanted. */
record Loaded(Link model, Link clip, Link vae) {

    static Loaded into(Graph graph, Parts parts, List<Network> loras) {
        Loaded loaded = parts.loader() == Loader.CHECKPOINT ? checkpoint(graph, parts) : separate(graph, parts);
        for (Network lora : loras) {
            loaded = loaded.with(graph, lora);
        }
        return loaded;
    }

    private static Loaded checkpoint(Graph graph, Parts parts) {
        Graph.Node loader = graph.node("CheckpointLoaderSimple").with("ckpt_name", parts.model());
        Link clip = parts.encoders().isEmpty() ? loader.out(1) : encoder(graph, parts);
        return new Loaded(loader.out(0), clip, loader.out(2));
    }

    private static Loaded separate(Graph graph, Parts parts) {
        Link model = graph.node("UNETLoader")
                .with("unet_name", parts.model())
                .with("weight_dtype", "default")
                .out(0);
        Link clip = encoder(graph, parts);
        Link vae = graph.node("VAELoader")
                .with("vae_name", Objects.requireNonNull(parts.vae()))
                .out(0);
        return new Loaded(model, clip, vae);
    }

    private static Link encoder(Graph graph, Parts parts) {
        List<String> files = parts.encoders();
        return switch (files.size()) {
            case 1 ->
                graph.node("CLIPLoader")
                        .with("clip_name", files.get(0))
                        .with("type", type(parts))
                        .out(0);
            case 2 ->
                graph.node("DualCLIPLoader")
                        .with("clip_name1", files.get(0))
                        .with("clip_name2", files.get(1))
                        .with("type", type(parts))
                        .out(0);
            default ->
                graph.node("TripleCLIPLoader")
                        .with("clip_name1", files.get(0))
                        .with("clip_name2", files.get(1))
                        .with("clip_name3", files.get(2))
                        .out(0);
        };
    }

    private static String type(Parts parts) {
        return switch (parts.family()) {
            case FLUX2_DEV, FLUX2_KLEIN -> "flux2";
            case QWEN_IMAGE -> "qwen_image";
            default -> "flux";
        };
    }

    private Loaded with(Graph graph, Network lora) {
        Graph.Node loader = graph.node("LoraLoader")
                .with("model", model)
                .with("clip", clip)
                .with("lora_name", lora.file())
                .with("strength_model", lora.weight())
                .with("strength_clip", lora.weight());
        return new Loaded(loader.out(0), loader.out(1), vae);
    }

    /** The text as a conditioning. */
    Link encode(Graph graph, String text) {
        return graph.node("CLIPTextEncode")
                .with("text", text)
                .with("clip", clip)
                .out(0);
    }
}

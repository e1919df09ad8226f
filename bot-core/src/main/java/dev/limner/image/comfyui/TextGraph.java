package dev.limner.image.comfyui;

import dev.limner.image.ReferenceAbility;
import dev.limner.image.Sampling;
import dev.limner.image.comfyui.Graph.Link;
import dev.limner.prompt.ModelFamily;
import java.util.List;

/** FLUX.1 schnell, SD 3 and Qwen-Image: text only. */
record TextGraph(Parts parts) implements StockRecipe {
    @Override
    public String title() {
        return name() + ", text only";
    }

    private String name() {
        return switch (parts.family()) {
            case SD3 -> "SD 3";
            case QWEN_IMAGE -> "Qwen-Image";
            default -> "FLUX.1 schnell";
        };
    }

    @Override
    public ReferenceAbility ability() {
        return ReferenceAbility.none(name() + " reads text only");
    }

    @Override
    public List<String> more() {
        return List.of("this model reads text only. FLUX.1 Kontext, FLUX.2 or Qwen-Image-Edit take reference images as"
                + " they are; SDXL and SD 1.5 take them with ComfyUI_IPAdapter_plus");
    }

    @Override
    public Graph graph(Job job) {
        Graph graph = new Graph();
        Sampling sampling = Sampling.of(parts.family(), parts.model());
        Loaded loaded = Loaded.into(graph, parts, job.loras());
        Link text = loaded.encode(graph, job.prompt());
        Link negative = parts.family().honoursNegative()
                ? loaded.encode(graph, job.negative())
                : graph.node("ConditioningZeroOut").with("conditioning", text).out(0);
        Loaded shifted = parts.family() == ModelFamily.QWEN_IMAGE ? QwenEditGraph.shifted(graph, loaded) : loaded;
        Sampled.by(graph, shifted, sampling, job, text, negative, "EmptySD3LatentImage");
        return graph;
    }
}

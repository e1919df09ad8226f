package dev.limner.image.comfyui;

import dev.limner.image.Troubles;

/** The built-in graph for a model. */
final class Recipes {
    private Recipes() {}

    /** @param device on which the server draws, as {@code /system_stats} names its type; may be empty */
    static Recipe of(Parts parts, ObjectInfo info, String device, FaceAdapter faces, Troubles troubles) {
        return switch (parts.family()) {
            case SD15, SDXL -> IpAdapterGraph.of(parts, info, faces, troubles);
            case FLUX1_KONTEXT -> new KontextGraph(parts);
            case FLUX2_DEV, FLUX2_KLEIN -> new Flux2Graph(parts, info);
            case QWEN_IMAGE -> parts.edits() ? new QwenEditGraph(parts, info) : new TextGraph(parts);
            case FLUX1_DEV -> FluxDevGraph.of(parts, FluxDevTools.of(info, device), troubles);
            case SD3, FLUX1_SCHNELL, GPT_IMAGE, DALLE_3, DALLE_2 -> new TextGraph(parts);
        };
    }
}

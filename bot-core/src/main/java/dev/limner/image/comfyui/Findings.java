package dev.limner.image.comfyui;

import dev.limner.image.Diagnosis;
import dev.limner.image.Troubles;
import dev.limner.prompt.ModelFamily;
import java.util.ArrayList;
import java.util.List;

/** A server's state as {@code limner doctor} prints it. */
final class Findings {
    private Findings() {}

    static Diagnosis of(String address, Server server, Troubles troubles) {
        Recipe recipe = server.recipe(troubles);
        ModelFamily family = recipe.family();
        List<String> findings = new ArrayList<>();
        findings.add("address: " + address);
        findings.add("dialect: ComfyUI" + (server.version().isEmpty() ? "" : " " + server.version()));
        findings.add("graph: " + recipe.title());
        recipe.gaps().forEach(gap -> findings.add("the workflow has " + gap));
        findings.add("model: " + recipe.model());
        findings.add("family: " + family.id());
        findings.add("prompt: up to " + family.limit() + " tokens, read by "
                + family.encoder().word());
        findings.add("references: " + recipe.ability().describe());
        findings.add("progress: yes, with previews");
        server.stock().incomplete().forEach(missing -> findings.add("cannot be used: " + missing));
        more(server, recipe).forEach(hint -> findings.add("for more: " + hint));
        return new Diagnosis(true, findings, List.of());
    }

    private static List<String> more(Server server, Recipe recipe) {
        boolean classic = recipe.family() == ModelFamily.SD15 || recipe.family() == ModelFamily.SDXL;
        if (recipe.ability().together().most() > 0) {
            return List.of();
        }
        if (classic && !server.hasAdapters()) {
            return List.of("install the custom nodes ComfyUI_IPAdapter_plus, and their models in models/ipadapter and"
                    + " models/clip_vision; faces and styles then work with this model");
        }
        if (recipe.family() == ModelFamily.FLUX1_DEV) {
            return List.of("install the custom nodes ComfyUI-PuLID-Flux and their file in models/pulid for a face;"
                    + " put flux1-redux-dev in models/style_models and sigclip_vision_patch14_384 in"
                    + " models/clip_vision for styles");
        }
        return List.of("this model reads text only. FLUX.1 Kontext, FLUX.2 or Qwen-Image-Edit take reference images as"
                + " they are; SDXL and SD 1.5 take them with ComfyUI_IPAdapter_plus");
    }
}

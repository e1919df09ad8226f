package dev.limner.image.a1111;

import dev.limner.image.FileNames;
import dev.limner.prompt.ModelFamily;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An IP-Adapter file of ControlNet, and what goes with it.
 *
 * @param model as the server lists it, with its hash
 * @param module the preprocessor, as the server spells it
 * @param lora without which a FaceID is of little likeness; empty when it needs none
 */
record Adapter(String model, String module, String lora) {

    boolean isFaceId() {
        return stem(model).contains("faceid");
    }

    /** Whether it follows a person rather than an image, so that its useful weights lie higher. */
    boolean isIdentity() {
        return isFaceId() || stem(model).contains("pulid");
    }

    /** @param modules that the server has */
    static Optional<Adapter> face(List<String> models, List<String> modules, ModelFamily family) {
        return best(models, modules, family, List.of("plus-face", "full-face", "faceid-plusv2", "faceid", "pulid"));
    }

    /** @param modules that the server has */
    static Optional<Adapter> style(List<String> models, List<String> modules, ModelFamily family) {
        String base = family == ModelFamily.SD15 ? "ip-adapter_sd15" : "ip-adapter_sdxl";
        return best(models, modules, family, List.of("ip-adapter-plus_", base + "_vit-h", base));
    }

    private static Optional<Adapter> best(
            List<String> models, List<String> modules, ModelFamily family, List<String> kinds) {
        String base = family == ModelFamily.SD15 ? "sd15" : "sdxl";
        for (String kind : kinds) {
            Optional<Adapter> found = models.stream()
                    .filter(model ->
                            stem(model).startsWith("ip-adapter") && stem(model).contains(base))
                    .filter(model -> stem(model).contains(kind) && !stem(model).contains("lora"))
                    .sorted(Comparator.comparing(Adapter::stem))
                    .flatMap(model -> module(model, modules).stream().map(m -> new Adapter(model, m, lora(model))))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** By the file, since "auto" needs names that not everybody keeps. Forge and reForge have names of their own. */
    private static Optional<String> module(String model, List<String> modules) {
        String stem = stem(model);
        List<String> fitting;
        if (stem.contains("faceid-plus")) {
            fitting = List.of("ip-adapter_face_id_plus", "InsightFace+CLIP-H (IPAdapter)");
        } else if (stem.contains("faceid")) {
            fitting = List.of("ip-adapter_face_id", "InsightFace+CLIP-H (IPAdapter)");
        } else if (stem.contains("pulid")) {
            fitting = List.of("ip-adapter_pulid");
        } else if (stem.contains("vit-g") || stem.equals("ip-adapter_sdxl")) {
            fitting = List.of("ip-adapter_clip_sdxl", "ip-adapter_clip_g", "CLIP-ViT-bigG (IPAdapter)");
        } else {
            fitting = List.of("ip-adapter_clip_sd15", "ip-adapter_clip_h", "CLIP-ViT-H (IPAdapter)");
        }
        return fitting.stream().filter(modules::contains).findFirst();
    }

    private static String lora(String model) {
        String stem = stem(model);
        return stem.contains("faceid") && !stem.contains("portrait") ? stem + "_lora" : "";
    }

    /** Without hash, folder and ending. */
    private static String stem(String model) {
        return FileNames.name(model.replaceAll("\\s*\\[[^]]*]$", "")).replaceAll("\\.[a-z0-9]+$", "");
    }
}

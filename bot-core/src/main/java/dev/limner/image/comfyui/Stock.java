package dev.limner.image.comfyui;

import dev.limner.image.CheckpointFamily;
import dev.limner.image.FileNames;
import dev.limner.image.comfyui.Parts.Loader;
import dev.limner.prompt.ModelFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a server can draw with: each model that has its text encoders and its VAE beside it, the best first. */
final class Stock {
    private static final String CLIP_L = "clip_l";
    private static final String T5 = "t5.?xxl|t5-v1_1";
    private static final String FLUX_VAE = "^ae\\.|flux.*vae(?!.*2)|^flux_ae";
    private static final String FLUX2_VAE = "flux2.*vae|flux-2.*vae";

    private final ObjectInfo info;
    private final List<Parts> usable = new ArrayList<>();
    private final List<String> incomplete = new ArrayList<>();
    private final List<String> undrawn = new ArrayList<>();

    private Stock(ObjectInfo info) {
        this.info = info;
    }

    static Stock of(ObjectInfo info) {
        Stock stock = new Stock(info);
        info.choices("CheckpointLoaderSimple", "ckpt_name").forEach(stock::addCheckpoint);
        info.choices("UNETLoader", "unet_name").forEach(stock::addDiffusionModel);
        return stock;
    }

    /** Models that cannot draw for want of another file, with what is missing. */
    List<String> incomplete() {
        return List.copyOf(incomplete);
    }

    /** Diffusion models that no built-in graph draws with. */
    List<String> undrawn() {
        return List.copyOf(undrawn);
    }

    List<Parts> usable() {
        return List.copyOf(usable);
    }

    /** @param family of the model; null for any */
    Optional<Parts> best(@Nullable ModelFamily family) {
        boolean adapters = IpAdapterGraph.isPossible(info);
        return usable.stream()
                .filter(parts -> family == null || parts.family() == family)
                .min(Comparator.comparingInt(parts -> rank(parts, adapters)));
    }

    /** What takes references first, by weight before by words; then by how well it follows a prompt. */
    private static int rank(Parts parts, boolean adapters) {
        return switch (parts.family()) {
            case SDXL -> adapters ? 0 : 7;
            case SD15 -> adapters ? 4 : 9;
            case FLUX2_DEV, FLUX2_KLEIN -> 1;
            case QWEN_IMAGE -> parts.edits() ? 2 : 6;
            case FLUX1_KONTEXT -> 3;
            case FLUX1_DEV -> 5;
            case FLUX1_SCHNELL -> 6;
            case SD3 -> 8;
            case GPT_IMAGE, DALLE_3, DALLE_2 -> 10;
        };
    }

    /** @param name as somebody wrote it */
    Optional<Parts> named(String name, @Nullable ModelFamily family) {
        List<String> models = usable.stream().map(Parts::model).toList();
        return FileNames.named(models, name)
                .flatMap(found ->
                        usable.stream().filter(p -> p.model().equals(found)).findFirst())
                .map(p -> family == null || family == p.family() ? p : as(p, family));
    }

    private static Parts as(Parts parts, ModelFamily family) {
        return new Parts(family, parts.loader(), parts.model(), parts.encoders(), parts.vae());
    }

    private void addCheckpoint(String file) {
        ModelFamily family = CheckpointFamily.of(file).orElse(ModelFamily.SDXL);
        if (family == ModelFamily.SD3 && !FileNames.name(file).matches(".*(incl|clip|fp8_scaled|t5).*")) {
            List<String> three = info.choices("TripleCLIPLoader", "clip_name1");
            Optional<String> g = FileNames.find(three, "clip_g");
            Optional<String> l = FileNames.find(three, CLIP_L);
            Optional<String> t5 = FileNames.find(three, T5);
            if (g.isPresent() && l.isPresent() && t5.isPresent()) {
                usable.add(new Parts(family, Loader.CHECKPOINT, file, List.of(g.get(), l.get(), t5.get()), null));
                return;
            }
        }
        usable.add(new Parts(family, Loader.CHECKPOINT, file, List.of(), null));
    }

    private void addDiffusionModel(String file) {
        Optional<ModelFamily> family = CheckpointFamily.of(file);
        List<Beside> beside = family.map(known -> beside(known, file)).orElse(List.of());
        if (family.isEmpty() || beside.isEmpty()) {
            undrawn.add(file);
            return;
        }
        List<Beside> missing =
                beside.stream().filter(part -> part.file().isEmpty()).toList();
        if (missing.isEmpty()) {
            List<String> files =
                    beside.stream().flatMap(part -> part.file().stream()).toList();
            int vae = files.size() - 1;
            usable.add(new Parts(family.get(), Loader.DIFFUSION, file, files.subList(0, vae), files.get(vae)));
        } else {
            incomplete.add(file + " needs "
                    + missing.stream()
                            .map(part -> part.name() + " in models/" + part.folder())
                            .collect(Collectors.joining(" and ")));
        }
    }

    /**
     * A file that a model draws with.
     *
     * @param name under which it is published
     * @param file what the server has of it
     */
    private record Beside(String name, String folder, Optional<String> file) {}

    /** The text encoders, then the VAE; empty for models that no graph draws with. */
    private List<Beside> beside(ModelFamily family, String file) {
        return switch (family) {
            case FLUX1_SCHNELL, FLUX1_DEV, FLUX1_KONTEXT ->
                List.of(
                        encoder("clip_l", "DualCLIPLoader", "clip_name1", CLIP_L),
                        encoder("t5xxl", "DualCLIPLoader", "clip_name2", T5),
                        vae("ae", FLUX_VAE));
            case FLUX2_DEV -> List.of(encoder("mistral_3_small_flux2", "mistral"), vae("flux2-vae", FLUX2_VAE));
            case FLUX2_KLEIN -> List.of(klein(file), vae("flux2-vae", FLUX2_VAE));
            case QWEN_IMAGE ->
                List.of(encoder("qwen_2.5_vl_7b", "qwen_?2\\.?5.?vl"), vae("qwen_image_vae", "qwen.*vae"));
            case SD15, SDXL, SD3, GPT_IMAGE, DALLE_3, DALLE_2 -> List.of();
        };
    }

    /** Each size of klein was trained with the text encoder of its size. */
    private Beside klein(String file) {
        return FileNames.name(file).contains("9b")
                ? encoder("qwen_3_8b", "qwen_?3_?8b")
                : encoder("qwen_3_4b", "qwen_?3_?4b");
    }

    private Beside encoder(String name, String regex) {
        return encoder(name, "CLIPLoader", "clip_name", regex);
    }

    private Beside encoder(String name, String loader, String input, String regex) {
        return new Beside(name, "text_encoders", FileNames.find(info.choices(loader, input), regex));
    }

    private Beside vae(String name, String regex) {
        return new Beside(name, "vae", FileNames.find(info.choices("VAELoader", "vae_name"), regex));
    }
}

package dev.limner.image.comfyui;

import dev.limner.image.CheckpointFamily;
import dev.limner.image.FileNames;
import dev.limner.image.comfyui.Parts.Loader;
import dev.limner.prompt.ModelFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server can draw with: each model that has its text encoders and its VAE beside it, the best first. */
final class Stock {
    private static final String CLIP_L = "clip_l";
    private static final String T5 = "t5.?xxl|t5-v1_1";
    private static final String FLUX_VAE = "^ae\\.|flux.*vae(?!.*2)|^flux_ae";

    private final ObjectInfo info;
    private final List<Parts> usable = new ArrayList<>();
    private final List<String> incomplete = new ArrayList<>();

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
        CheckpointFamily.of(file).ifPresent(family -> {
            switch (family) {
                case FLUX1_SCHNELL, FLUX1_DEV, FLUX1_KONTEXT -> addFlux(family, file);
                case FLUX2_DEV -> addWithOne(family, file, "mistral", "flux2.*vae|flux-2.*vae");
                case FLUX2_KLEIN -> addWithOne(family, file, klein(file), "flux2.*vae|flux-2.*vae");
                case QWEN_IMAGE -> addWithOne(family, file, "qwen_?2\\.?5.?vl", "qwen.*vae");
                default -> {}
            }
        });
    }

    /** Each size of klein was trained with the text encoder of its size. */
    private static String klein(String file) {
        return FileNames.name(file).contains("9b") ? "qwen_?3_?8b" : "qwen_?3_?4b";
    }

    private void addFlux(ModelFamily family, String file) {
        Optional<String> clip = FileNames.find(info.choices("DualCLIPLoader", "clip_name1"), CLIP_L);
        Optional<String> t5 = FileNames.find(info.choices("DualCLIPLoader", "clip_name2"), T5);
        Optional<String> vae = FileNames.find(info.choices("VAELoader", "vae_name"), FLUX_VAE);
        if (clip.isPresent() && t5.isPresent() && vae.isPresent()) {
            usable.add(new Parts(family, Loader.DIFFUSION, file, List.of(clip.get(), t5.get()), vae.get()));
        } else {
            incomplete.add(file + " needs clip_l and t5xxl in models/text_encoders and ae.safetensors in models/vae");
        }
    }

    private void addWithOne(ModelFamily family, String file, String encoder, String vaeName) {
        Optional<String> text = FileNames.find(info.choices("CLIPLoader", "clip_name"), encoder);
        Optional<String> vae = FileNames.find(info.choices("VAELoader", "vae_name"), vaeName);
        if (text.isPresent() && vae.isPresent()) {
            usable.add(new Parts(family, Loader.DIFFUSION, file, List.of(text.get()), vae.get()));
        } else {
            incomplete.add(file + " needs its text encoder in models/text_encoders and its VAE in models/vae");
        }
    }
}

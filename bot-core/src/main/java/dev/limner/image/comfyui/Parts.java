package dev.limner.image.comfyui;

import dev.limner.image.FileNames;
import dev.limner.prompt.ModelFamily;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files that draw together.
 *
 * @param model the checkpoint, or the diffusion model when {@code loader} is {@link Loader#DIFFUSION}
 * @param encoders text encoders; empty when the checkpoint has its own
 * @param vae null when the checkpoint has its own
 */
record Parts(
        ModelFamily family,
        Loader loader,
        String model,
        List<String> encoders,
        @Nullable String vae) {
    /** Which node loads the model. */
    enum Loader {
        CHECKPOINT,
        DIFFUSION
    }

    Parts {
        encoders = List.copyOf(encoders);
    }

    /** Whether it takes images beside text: the model was trained to edit. */
    boolean edits() {
        return switch (family) {
            case FLUX1_KONTEXT, FLUX2_DEV, FLUX2_KLEIN -> true;
            case QWEN_IMAGE -> FileNames.name(model).contains("edit");
            default -> false;
        };
    }
}

package dev.limner.image;

import dev.limner.prompt.ModelFamily;

/** Models that were trained to look at images beside the prompt, and how many each keeps apart. */
public final class EditModels {
    private EditModels() {}

    /**
     * @param model its name, which tells whether a Qwen-Image was trained to edit
     * @return 0 for a model that reads text only
     */
    public static int images(ModelFamily family, String model) {
        return switch (family) {
            case FLUX1_KONTEXT -> 3;
            case FLUX2_DEV -> 6;
            case FLUX2_KLEIN -> 4;
            case QWEN_IMAGE -> FileNames.name(model).contains("edit") ? 3 : 0;
            default -> 0;
        };
    }
}

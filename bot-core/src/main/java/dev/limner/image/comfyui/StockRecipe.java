package dev.limner.image.comfyui;

import dev.limner.prompt.ModelFamily;

/** A way of drawing with the model files that a server has. */
interface StockRecipe extends Recipe {
    Parts parts();

    @Override
    default ModelFamily family() {
        return parts().family();
    }

    @Override
    default String model() {
        return parts().model();
    }
}

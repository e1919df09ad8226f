package dev.limner.gateway.api;

import dev.limner.prompt.Composition;

/** The text in which this API's clients note how a picture was made. */
final class InfoText {
    private InfoText() {}

    static String of(Composition composition) {
        String negative = composition.negative().isEmpty() ? "" : "\nNegative prompt: " + composition.negative();
        return composition.prompt() + negative + "\nSeed: " + composition.seed() + ", Size: " + composition.width()
                + "x" + composition.height();
    }
}

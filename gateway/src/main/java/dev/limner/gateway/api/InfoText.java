package dev.limner.gateway.api;

import dev.limner.prompt.Composition;

/**
 * The text in which this API's clients note how a picture was made. A1111's reader, which they copy, takes a last line of
 * fewer than three parameters for words of the prompt.
 */
final class InfoText {
    /** How it is drawn is the image server's own affair; the one name that the list of samplers has. */
    static final String SAMPLER = "Automatic";

    static final String VERSION = "limner";

    private InfoText() {}

    static String of(Composition composition) {
        String negative = composition.negative().isEmpty() ? "" : "\nNegative prompt: " + composition.negative();
        return composition.prompt() + negative + "\nSampler: " + SAMPLER + ", Seed: " + composition.seed() + ", Size: "
                + composition.width() + "x" + composition.height() + ", Version: " + VERSION;
    }
}

package dev.limner.scenewriter;

/**
 * How a server is asked, since not all take the same.
 *
 * @param shape whether to ask for the shape of the answer
 * @param sampling whether to say how to sample, in the older words, which the newest services refuse
 * @param mostTokens of an answer, with the thoughts before it; 0 to leave it to the server
 * @param thoughtless whether to ask for no thoughts, as Ollama and OpenRouter know it
 * @param system whether instructions are a message of their own, which the templates of some models do not know
 */
record Manner(boolean shape, boolean sampling, int mostTokens, boolean thoughtless, boolean system) {
    private static final int FEW = 700;
    private static final int MANY = 4 * FEW;

    static final Manner USUAL = new Manner(true, true, FEW, false, true);

    /** The newer word for the limit counts thoughts too, and those who want it think. */
    Manner after(Cure cure) {
        return switch (cure) {
            case NONE, AGAIN -> this;
            case NO_SHAPE -> new Manner(false, sampling, mostTokens, thoughtless, system);
            case NO_SAMPLING -> new Manner(shape, false, more(), thoughtless, system);
            case NO_LIMIT -> new Manner(shape, sampling, 0, thoughtless, system);
            case NO_EFFORT -> new Manner(shape, sampling, mostTokens, false, system);
            case MORE_ROOM -> new Manner(shape, sampling, more(), thoughtless, system);
            case NO_THOUGHT -> new Manner(shape, sampling, more(), true, system);
            case NO_SYSTEM -> new Manner(shape, sampling, mostTokens, thoughtless, false);
        };
    }

    private int more() {
        return mostTokens == 0 ? 0 : MANY;
    }
}

package dev.limner.scenewriter;

/**
 * How a server is asked, since not all take the same.
 *
 * @param shape whether to ask for the shape of the answer
 * @param sampling whether to say how to sample, in the older words, which the newest services refuse
 * @param mostTokens of an answer, with the thoughts before it; 0 to leave it to the server
 * @param thoughtless whether to ask for no thoughts, as Ollama and OpenRouter know it
 */
record Manner(boolean shape, boolean sampling, int mostTokens, boolean thoughtless) {
    private static final int FEW = 700;
    private static final int MANY = 4 * FEW;

    static final Manner USUAL = new Manner(true, true, FEW, false);

    /** The newer word for the limit counts thoughts too, and those who want it think. */
    Manner after(Cure cure) {
        return switch (cure) {
            case NONE, AGAIN -> this;
            case NO_SHAPE -> new Manner(false, sampling, mostTokens, thoughtless);
            case NO_SAMPLING -> new Manner(shape, false, more(), thoughtless);
            case NO_LIMIT -> new Manner(shape, sampling, 0, thoughtless);
            case NO_EFFORT -> new Manner(shape, sampling, mostTokens, false);
            case MORE_ROOM -> new Manner(shape, sampling, more(), thoughtless);
            case NO_THOUGHT -> new Manner(shape, sampling, more(), true);
        };
    }

    private int more() {
        return mostTokens == 0 ? 0 : MANY;
    }
}

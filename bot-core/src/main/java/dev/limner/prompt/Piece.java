package dev.limner.prompt;

/**
 * A stretch of the prompt before it is joined with the others.
 *
 * @param label as in {@link PromptPart#label()}
 */
record Piece(PromptPart.Source source, String label, String text) {
    boolean isBlank() {
        return text.isBlank();
    }

    Piece with(String other) {
        return new Piece(source, label, other);
    }
}

package dev.limner.prompt.fit;

import dev.limner.prompt.PromptPart;

/**
 * A stretch of the prompt before it is joined with the others.
 *
 * @param label as in {@link PromptPart#label()}
 * @param stateAt where, in a character's words, the state begins; -1 where there is none
 */
public record Piece(PromptPart.Source source, String label, String text, int stateAt) {
    public Piece(PromptPart.Source source, String label, String text) {
        this(source, label, text, -1);
    }

    boolean isBlank() {
        return text.isBlank();
    }

    Piece with(String other) {
        return new Piece(source, label, other, stateAt);
    }
}

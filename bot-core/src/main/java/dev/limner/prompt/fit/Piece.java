package dev.limner.prompt.fit;

import dev.limner.prompt.PromptPart;
import dev.limner.prompt.text.Words;
import dev.limner.prompt.voice.Voice;
import java.util.Set;

/**
 * A stretch of the prompt before it is joined with the others.
 *
 * @param label as in {@link PromptPart#label()}
 * @param stateAt where, in a character's words, the state begins; -1 where there is none
 * @param voice who does what a sentence of the scene tells
 */
public record Piece(PromptPart.Source source, String label, String text, int stateAt, Voice voice) {
    private static final Set<String> SENTENCE = Set.of("is", "has", "wears", "are", "was");

    public Piece(PromptPart.Source source, String label, String text) {
        this(source, label, text, -1, Voice.NOBODY);
    }

    public Piece(PromptPart.Source source, String label, String text, Voice voice) {
        this(source, label, text, -1, voice);
    }

    public static Piece character(String name, String words, int stateAt) {
        return new Piece(PromptPart.Source.CHARACTER, name, words, stateAt, Voice.NOBODY);
    }

    /** Whether it may stand after "a drawing of": somebody's name or looks, and no sentence about them. */
    boolean isApposition() {
        int name = Words.of(label).size();
        return source == PromptPart.Source.CHARACTER
                && !SENTENCE.contains(Words.of(text).word(name))
                && !SENTENCE.contains(Words.of(text).word(1));
    }

    boolean isBlank() {
        return text.isBlank();
    }

    Piece with(String other) {
        return new Piece(source, label, other, stateAt, voice);
    }

    /** With its speaker, where it does not show who that is. */
    Piece named() {
        return voice.isUnnamed() ? with(voice.named()) : this;
    }

    /** Whether after it everybody knows who acts: whoever speaks here. */
    boolean shows(String speaker) {
        return label.equals(speaker) && (voice.isUnnamed() || voice.kind() == Voice.Kind.OWN);
    }
}

package dev.limner.prompt.markup;

import java.util.List;

/**
 * A stretch of text to draw from, cleaned.
 *
 * @param speakers the characters whose post it is, by their places
 * @param text quotation marks in it, and {@link StoryLines#EMPHASIS} where it is of the story
 * @param given whether somebody gave it, and so meant its words for the picture as they are
 */
public record Passage(List<Integer> speakers, String text, boolean given) {
    public static Passage given(String text) {
        return new Passage(List.of(), text, true);
    }

    public static Passage told(List<Integer> speakers, String text) {
        return new Passage(speakers, text, false);
    }

    public List<String> sentences() {
        return Sentences.of(text, given);
    }
}

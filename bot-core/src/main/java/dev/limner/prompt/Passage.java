package dev.limner.prompt;

import java.util.List;

/**
 * A stretch of text to draw from, cleaned.
 *
 * @param speakers the characters whose post it is, by their places
 * @param text quotation marks and {@link StoryLines#EMPHASIS} in it
 * @param source story or hint
 */
record Passage(List<Integer> speakers, String text, PromptPart.Source source) {}

package dev.limner.prompt.voice;

import dev.limner.prompt.markup.Passage;
import dev.limner.prompt.markup.Sentences;
import dev.limner.prompt.markup.StoryLines;
import dev.limner.prompt.text.Tidy;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of a passage, and how it is told.
 *
 * @param narration what of it is not said aloud; without words where all of it is
 * @param acted whether it stands between asterisks
 */
record Told(String text, String narration, boolean acted) {
    private static final String MARKS = "\"\u201C\u201D\u201E\u00AB\u00BB\u300C\u300D\u300E\u300F\uFF02";

    boolean isSpeech() {
        return !Sentences.hasWords(narration);
    }

    /** Whether somebody speaks in one part of it. */
    boolean isMixed() {
        return narration.length() < text.length();
    }

    static List<Told> of(Passage passage) {
        return new Reading(passage.text()).told(passage.sentences());
    }

    /** Goes along a passage beside its sentences, which hold the same letters, but none of the signs. */
    private static final class Reading {
        private final String text;
        private final boolean actedOnly;
        private int at;
        private boolean quoted;
        private boolean acting;
        private boolean dashed;
        private boolean lineBegins = true;

        Reading(String text) {
            this.text = text;
            actedOnly = isActed(text);
        }

        List<Told> told(List<String> sentences) {
            List<Told> told = new ArrayList<>(sentences.size());
            for (String sentence : sentences) {
                told.add(read(sentence));
            }
            return told;
        }

        private Told read(String sentence) {
            long letters =
                    sentence.codePoints().filter(Character::isLetterOrDigit).count();
            StringBuilder narrated = new StringBuilder();
            boolean acted = false;
            boolean speaks = false;
            for (long read = 0; at < text.length() && read < letters; ) {
                int c = text.codePointAt(at);
                at += Character.charCount(c);
                boolean letter = Character.isLetterOrDigit(c);
                sign(c);
                boolean aloud = quoted || (actedOnly && !acting && Character.isUpperCase(firstLetter(sentence)));
                if (letter) {
                    acted |= read == 0 && acting;
                    speaks |= aloud;
                    read++;
                }
                if (!aloud && c != StoryLines.EMPHASIS && MARKS.indexOf(c) < 0) {
                    narrated.appendCodePoint(c);
                }
            }
            return new Told(sentence, speaks ? Tidy.tidy(narrated) : sentence, acted);
        }

        private void sign(int c) {
            if (c == '\n') {
                quoted = false;
                acting = false;
                dashed = false;
                lineBegins = true;
            } else if (c == StoryLines.EMPHASIS) {
                acting = !acting;
            } else if (c == '\u2014' || c == '\u2013' || c == '\u2015') {
                dashed |= lineBegins;
                quoted = dashed ? !quoted : quoted;
            } else if (c == '\u201E' || c == '\u300C' || c == '\u300E') {
                quoted = true;
            } else if (c == '\u201D' || c == '\u300D' || c == '\u300F') {
                quoted = false;
            } else if (MARKS.indexOf(c) >= 0) {
                quoted = !quoted;
            }
            lineBegins &= c == '\n' || c == ' ';
        }

        private static int firstLetter(String sentence) {
            return sentence.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .findFirst()
                    .orElse(' ');
        }

        /** Whether a post tells between asterisks what is done, and beside that, without further marks, what is said. */
        private static boolean isActed(String text) {
            return text.indexOf(StoryLines.EMPHASIS) == 0 && text.chars().noneMatch(c -> MARKS.indexOf(c) >= 0);
        }
    }
}

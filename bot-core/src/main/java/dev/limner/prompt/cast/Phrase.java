package dev.limner.prompt.cast;

import dev.limner.prompt.text.Words;
import java.util.List;
import java.util.Set;

/**
 * Words that stand around a name, such as {@code waits for ~}.
 *
 * @param before what stands before the name, the nearest first
 * @param after what stands behind it
 */
record Phrase(Evidence evidence, List<Part> before, List<Part> after) {
    /** What one part asks for. */
    enum Kind {
        /** One of its words. */
        WORD,
        /** One of its words, or the end of the clause. */
        WORD_OR_END,
        /** One of its words, or nothing. */
        MAYBE,
        /** That none of its words follows. */
        NOT,
        /** That no word of the clause follows. */
        END,
        /** Up to {@link Part#reach} words of the clause. */
        SOME,
        /** A comma, colon or full stop, behind which another clause begins. */
        SIGN
    }

    /**
     * One part.
     *
     * @param words folded; a sign as it is
     * @param reach words that it may pass over
     */
    record Part(Kind kind, Set<String> words, int reach) {}

    Phrase {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    boolean stands(Words words, int first, int last) {
        return stands(before, 0, words, first, -1, false) && stands(after, 0, words, last, 1, false);
    }

    /**
     * Few parts pass over words, and none over many, so that no text makes it slow.
     *
     * @param step 1 behind the name, -1 before it
     * @param opened whether the last part was a sign, so that the next word is of another clause
     */
    private static boolean stands(List<Part> parts, int part, Words words, int at, int step, boolean opened) {
        if (part == parts.size()) {
            return true;
        }
        Part next = parts.get(part);
        boolean more = opened || isJoined(words, at, step);
        boolean fits = more && next.words().contains(words.word(at + step));
        return switch (next.kind()) {
            case WORD -> fits && stands(parts, part + 1, words, at + step, step, false);
            case WORD_OR_END ->
                fits
                        ? stands(parts, part + 1, words, at + step, step, false)
                        : !more && stands(parts, part + 1, words, at, step, opened);
            case MAYBE ->
                fits
                        ? stands(parts, part + 1, words, at + step, step, false)
                        : stands(parts, part + 1, words, at, step, opened);
            case NOT -> !fits && stands(parts, part + 1, words, at, step, opened);
            case END -> !more && stands(parts, part + 1, words, at, step, opened);
            case SIGN ->
                next.words().contains(String.valueOf(sign(words, at, step)))
                        && stands(parts, part + 1, words, at, step, true);
            case SOME -> passes(parts, part, words, at, step, opened);
        };
    }

    private static boolean passes(List<Part> parts, int part, Words words, int from, int step, boolean opened) {
        int at = from;
        boolean open = opened;
        for (int passed = 0; passed <= parts.get(part).reach(); passed++) {
            if (stands(parts, part + 1, words, at, step, open)) {
                return true;
            }
            if (!open && !isJoined(words, at, step)) {
                return false;
            }
            at += step;
            open = false;
        }
        return false;
    }

    private static boolean isJoined(Words words, int at, int step) {
        int later = step > 0 ? at + 1 : at;
        return later > 0 && later < words.size() && words.gap(later) == Words.Gap.SOFT;
    }

    /** What stands between a word and the next. */
    private static char sign(Words words, int at, int step) {
        int later = step > 0 ? at + 1 : at;
        return later > 0 && later < words.size() ? words.before(later) : ' ';
    }
}

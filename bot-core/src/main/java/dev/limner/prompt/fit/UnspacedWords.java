package dev.limner.prompt.fit;

import dev.limner.prompt.text.Script;
import java.util.Set;

/**
 * Where words end that stand without blanks. Signs tell it; within a phrase of Japanese its letters do: kanji and kana go
 * before a particle or after the kana that end a verb or adjective. Of Chinese, whose words look like their neighbours,
 * signs alone are known.
 */
final class UnspacedWords {
    private static final Set<String> PARTICLES =
            Set.of("の", "が", "を", "に", "は", "と", "で", "へ", "も", "や", "から", "まで", "より", "など", "には", "では", "とは");

    /** Kana that need what comes after them. */
    private static final String DANGLING = "のがをにはとでへもやなおご";

    private UnspacedWords() {}

    /**
     * The last place at or before another where no word is cut. A phrase's end goes before a word's, unless it costs more
     * than a third of what there is; where no end is known that leaves a third, the place itself.
     *
     * @param end of a beginning of the text, between two characters
     */
    static int end(String text, int end) {
        int phrase = last(text, end, false);
        if (3 * phrase >= 2 * end) {
            return phrase;
        }
        int word = last(text, end, true);
        return 3 * word >= end ? word : end;
    }

    /** @param words whether the ends of words count, and not those of phrases alone; 0 where there is none */
    private static int last(String text, int end, boolean words) {
        int at = end;
        while (at > 0 && !(isBetween(text, at) || words && endsWord(text, at))) {
            at -= Character.charCount(text.codePointBefore(at));
        }
        return at;
    }

    private static boolean isBetween(String text, int at) {
        return at >= text.length() || !isWordPart(text.codePointBefore(at)) || !isWordPart(text.codePointAt(at));
    }

    /** The dot within foreign names is a part of them. */
    private static boolean isWordPart(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || Script.isKatakana(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean endsWord(String text, int at) {
        boolean kanaBefore = Script.isHiragana(text.codePointBefore(at));
        boolean kanaAfter = Script.isHiragana(text.codePointAt(at));
        if (kanaBefore == kanaAfter) {
            return false;
        }
        if (kanaAfter) {
            int to = at;
            while (to < text.length() && Script.isHiragana(text.charAt(to))) {
                to++;
            }
            return PARTICLES.contains(text.substring(at, to));
        }
        int from = at;
        while (from > 0 && Script.isHiragana(text.charAt(from - 1))) {
            from--;
        }
        return !PARTICLES.contains(text.substring(from, at)) && DANGLING.indexOf(text.charAt(at - 1)) < 0;
    }
}

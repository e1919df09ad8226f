package dev.limner.prompt.fit;

import dev.limner.prompt.text.Script;
import java.util.stream.IntStream;

/**
 * Cuts text at its end, never within a word; where words have no blanks, as {@link UnspacedWords} tells them, and between
 * characters where nothing tells.
 */
public final class Cutting {
    /** What nothing ends with. */
    private static final String OPEN = " ,;:-\u2013\u2014(\u3001\uFF0C\uFF1B\uFF1A\u30FB\uFF08\u300C\u300E\u3010";

    private Cutting() {}

    /**
     * The longest beginning that costs no more.
     *
     * @param cost in the meter's unit
     */
    public static String toCost(String text, long cost, TokenMeter meter) {
        if (meter.cost(text) <= cost) {
            return text;
        }
        int[] ends = IntStream.iterate(endOfWord(text, 0), e -> e < text.length(), e -> endOfWord(text, e))
                .toArray();
        int kept = 0;
        int over = ends.length;
        while (kept < over) {
            int middle = (kept + over) >>> 1;
            if (meter.cost(text.substring(0, ends[middle])) <= cost) {
                kept = middle + 1;
            } else {
                over = middle;
            }
        }
        return kept == 0 ? "" : trimmed(text.substring(0, UnspacedWords.end(text, ends[kept - 1])));
    }

    private static int endOfWord(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        if (i >= text.length()) {
            return i;
        }
        int first = text.codePointAt(i);
        i += Character.charCount(first);
        boolean unspaced = Script.isUnspaced(first);
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (c == ' '
                    || Script.isUnspaced(c) && Character.getType(c) != Character.NON_SPACING_MARK
                    || (unspaced && Character.isLetterOrDigit(c))) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && OPEN.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}

package dev.limner.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters that a reader sees in a text: extended grapheme clusters (Unicode Annex 29), with the consonants of an
 * Indic conjunct kept together, which the JDK's {@code \X} does not do (rule GB9c, younger than Java 17).
 */
public final class Graphemes {

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /** Signs that join two consonants: those of Indic_Conjunct_Break=Linker. */
    private static final String LINKERS = "\u094D\u09CD\u0ACD\u0B4D\u0C4D\u0D4D";

    private static final char ZERO_WIDTH_JOINER = '\u200D';
    private static final char REPLACEMENT = '\uFFFD';
    private static final String ELLIPSIS = "…";

    private final String text;
    private final Matcher matcher;

    Graphemes(String text) {
        this.text = text;
        this.matcher = CLUSTER.matcher(text);
    }

    /**
     * Where the cluster ends that begins at {@code start}. Not more than about {@code span} UTF-16 units are looked at,
     * so that a cluster without end costs no more than that; a longer one seems to end there.
     */
    int end(int start, int span) {
        int bound = (int) Math.min(text.length(), (long) start + span);
        int end = start;
        do {
            end = matcher.region(end, bound).lookingAt() ? matcher.end() : bound;
        } while (end < bound && continuesConjunct(end));
        return end;
    }

    private boolean continuesConjunct(int end) {
        int last = end - 1;
        if (text.charAt(last) == ZERO_WIDTH_JOINER && last > 0) {
            last--;
        }
        return LINKERS.indexOf(text.charAt(last)) >= 0 && Character.isLetter(text.codePointAt(end));
    }

    /** The text, or its beginning with an ellipsis, within the limit. */
    public static String shorten(String text, TextLimit limit) {
        if (limit.fits(text)) {
            return text;
        }
        int room = limit.max() - limit.unit().lengthOf(ELLIPSIS);
        Graphemes graphemes = new Graphemes(text);
        int at = 0;
        while (at < text.length()) {
            int end = graphemes.end(at, span(limit));
            room -= limit.unit().lengthOf(text.substring(at, end));
            if (room < 0) {
                break;
            }
            at = end;
        }
        String cut = text.substring(0, at).stripTrailing() + ELLIPSIS;
        return limit.fits(cut) ? cut : "";
    }

    /** More UTF-16 units than any text within the limit has, whatever its unit. */
    static int span(TextLimit limit) {
        return (int) Math.min(Integer.MAX_VALUE, 2L * limit.max() + 2);
    }

    /** The same text with halves of surrogate pairs replaced, which no platform can be sent. */
    public static String wellFormed(String text) {
        int[] codePoints = text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .toArray();
        return new String(codePoints, 0, codePoints.length);
    }

    static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    static boolean isBlank(String text) {
        return text.codePoints().allMatch(Graphemes::isBlank);
    }
}

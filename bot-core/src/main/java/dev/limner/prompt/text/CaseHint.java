package dev.limner.prompt.text;

import java.util.Locale;
import java.util.Set;

/**
 * Whether a text in Latin letters is of a language whose names take case endings: Slavic, Hungarian, Finnish, Baltic, or
 * Turkish written without apostrophes. By small words, accents and all, that only such a language has, or by letters.
 */
public final class CaseHint {
    private static final Set<String> OWN_WORDS = Set.of(
            "\u00E9s",
            "hogy",
            "egy",
            "m\u00E1r",
            "m\u00E9g",
            "majd",
            "csak",
            "ut\u00E1n",
            "vele",
            "neki",
            "h\u00E4n",
            "ett\u00E4",
            "mutta",
            "h\u00E4nen",
            "joka",
            "niin",
            "kanssa",
            "ovat",
            "eik\u00E4",
            "sitten",
            "vi\u0146a",
            "vi\u0146\u0161",
            "vi\u0146as",
            "vi\u0146u",
            "yra",
            "jis",
            "bir",
            "i\u00E7in",
            "de\u011Fil",
            "gibi",
            "\u00E7ok",
            "do\u011Fru");

    /** Elsewhere these stand in names alone. */
    private static final String LETTERS =
            "\u0151\u0171\u0150\u0170\u0101\u0113\u012B\u016B\u0146\u0137\u013C\u0123\u0117\u012F\u0173\u016D\u011F\u0131\u015F";

    private static final Set<String> SMALL_WORDS =
            Set.of("on", "oli", "un", "ir", "ve", "az", "nem", "meg", "ar", "uz", "bet");

    private static final int LONGEST = 7;

    private CaseHint() {}

    public static boolean in(String text) {
        return SlavicHint.in(text) || (hasLetters(text) && isOwn(text));
    }

    /** A quick look: nearly all of such a language has letters that English has not. */
    private static boolean hasLetters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xC0 && c < 0x250) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOwn(String text) {
        int lettered = 0;
        boolean umlauts = false;
        boolean small = false;
        int length = text.length();
        for (int i = 0; i < length; ) {
            int start = i;
            boolean own = false;
            while (i < length && Character.isLetter(text.charAt(i))) {
                char c = text.charAt(i++);
                own |= c > 0x100 && LETTERS.indexOf(c) >= 0;
                umlauts |= c == '\u00E4';
            }
            lettered += own ? 1 : 0;
            if (i > start && i - start <= LONGEST) {
                String word = text.substring(start, i).toLowerCase(Locale.ROOT);
                if (OWN_WORDS.contains(word)) {
                    return true;
                }
                small |= SMALL_WORDS.contains(word);
            }
            i += i == start ? 1 : 0;
        }
        // As with Slavic letters one word may be a name; umlauts are German and Swedish too, but not with these words.
        return lettered > 1 || (small && (lettered == 1 || umlauts));
    }
}

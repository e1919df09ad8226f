package dev.limner.prompt.text;

import java.util.Set;

/**
 * Whether a text in Latin letters looks Slavic, so that names in it take case endings: by small words that only such
 * languages have, or by their letters.
 */
public final class SlavicHint {
    private static final String LETTERS = "ąćęłńśźżěščřžůĄĆĘŁŃŚŹŻĚŠČŘŽŮ";

    /** Folded. */
    private static final Set<String> OWN_WORDS = Set.of(
            "nie", "jest", "oraz", "przez", "przy", "kiedy", "gdzie", "tylko", "teraz", "juz", "jeszcze", "bardzo",
            "mowi", "obok", "przed", "daj", "niech", "kto", "ktory", "ktora", "razem", "potem", "jeho", "jejich",
            "kdyz", "protoze", "jsem", "jsou", "neni", "vedle", "pred", "ktery", "podle", "zaraz", "wiec", "siedzi",
            "idzie", "patrzy");

    private static final Set<String> SMALL_WORDS =
            Set.of("jej", "jego", "gdy", "i", "w", "z", "u", "se", "je", "na", "sie", "do");

    private static final int LONGEST = 9;
    private static final int LONGEST_SMALL = 4;

    /** By their first two letters. */
    private static final boolean[][] FIRST = new boolean[0x80][0x80];

    private static final boolean[] ASCII_LETTER = new boolean[0x80];

    static {
        for (char c = 'A'; c <= 'z'; c++) {
            ASCII_LETTER[c] = c <= 'Z' || c >= 'a';
        }
        OWN_WORDS.forEach(word -> FIRST[word.charAt(0)][word.charAt(1)] = true);
    }

    private SlavicHint() {}

    public static boolean in(String text) {
        int foreign = 0;
        int length = text.length();
        for (int i = 0; i < length; ) {
            int start = i;
            boolean own = false;
            while (i < length && isLetter(text.charAt(i))) {
                char c = text.charAt(i++);
                own |= c > 0x100 && LETTERS.indexOf(c) >= 0;
            }
            foreign += own ? 1 : 0;
            int letters = i - start;
            boolean lowerCase = letters > 0 && !isCapital(text.charAt(start));
            if (lowerCase && letters < LONGEST && isOwn(text, start, i)) {
                return true;
            }
            i += letters == 0 ? 1 : 0;
        }
        // A single word with such letters may be a name in another language; two, or a small word besides, are not.
        return foreign > 1 || (foreign == 1 && hasSmallWord(text));
    }

    private static boolean hasSmallWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            int start = i;
            while (i < text.length() && isLetter(text.charAt(i))) {
                i++;
            }
            boolean small = i > start && i - start <= LONGEST_SMALL;
            if (small && SMALL_WORDS.contains(Folding.fold(text.substring(start, i)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOwn(String text, int start, int end) {
        char first = text.charAt(start);
        char second = start + 1 < end ? text.charAt(start + 1) : ' ';
        return first < 0x80
                && (second >= 0x80 || FIRST[first][second])
                && OWN_WORDS.contains(Folding.fold(text.substring(start, end)));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLetter(char c) {
        return c < 0x80 ? ASCII_LETTER[c] : c >= 0xC0 && c < 0x250;
    }
}

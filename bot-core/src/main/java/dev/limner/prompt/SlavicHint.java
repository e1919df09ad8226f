package dev.limner.prompt;

import java.util.Set;

/**
 * Whether a text in Latin letters looks Slavic, so that names in it take case endings: by small words that only such
 * languages have, or by their letters.
 */
final class SlavicHint {
    private static final String LETTERS = "ąćęłńśźżěščřžůĄĆĘŁŃŚŹŻĚŠČŘŽŮ";

    /** Folded. */
    private static final Set<String> OWN_WORDS = Set.of(
            "nie", "jest", "oraz", "przez", "przy", "kiedy", "gdzie", "tylko", "teraz", "juz", "jeszcze", "bardzo", "mowi",
            "obok", "przed", "daj", "niech", "kto", "ktory", "ktora", "razem", "potem", "jeho", "jejich", "kdyz", "protoze",
            "jsem", "jsou", "neni", "vedle", "pred", "ktery", "podle", "zaraz", "wiec", "siedzi", "idzie", "patrzy");

    private static final Set<String> SMALL_WORDS =
            Set.of("jej", "jego", "gdy", "i", "w", "z", "u", "se", "je", "na", "sie", "do");

    private SlavicHint() {}

    static boolean in(String text) {
        int foreign = 0;
        boolean small = false;
        Words words = Words.of(text);
        for (int i = 0; i < words.size(); i++) {
            String word = words.word(i);
            if (OWN_WORDS.contains(word)) {
                return true;
            }
            small |= SMALL_WORDS.contains(word);
        }
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c)) {
                inWord = false;
            } else if (!inWord && c > 0x100 && c < 0x180 && LETTERS.indexOf(c) >= 0) {
                inWord = true;
                foreign++;
            }
        }
        // A single word with such letters may be a name in another language; two, or a small word besides, are not.
        return foreign > 1 || (foreign == 1 && small);
    }
}

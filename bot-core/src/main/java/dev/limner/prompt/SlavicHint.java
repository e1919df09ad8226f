package dev.limner.prompt;

/**
 * Whether a text in Latin letters looks Slavic, so that names in it take case endings: by letters that only such
 * languages have, or by small words of theirs.
 */
final class SlavicHint {
    private static final String LETTERS = "ąćęłńśźżěščřžůĄĆĘŁŃŚŹŻĚŠČŘŽŮ";
    private static final String[] OWN_WORDS = {" nie ", " jest ", " oraz ", " przez ", " jeho ", " když "};
    private static final String[] SMALL_WORDS = {
        " przy ", " jej ", " jego ", " gdy ", " i ", " w ", " z ", " se ", " je "
    };

    private SlavicHint() {}

    static boolean in(String text) {
        for (String word : OWN_WORDS) {
            if (text.contains(word)) {
                return true;
            }
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x100 && c < 0x180 && LETTERS.indexOf(c) >= 0) {
                return elsewhere(text);
            }
        }
        return false;
    }

    /** A single word with such letters may be a name in another language; two, or a small word, are not. */
    private static boolean elsewhere(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c)) {
                inWord = false;
            } else if (!inWord && c > 0x100 && c < 0x180 && LETTERS.indexOf(c) >= 0) {
                inWord = true;
                words++;
            }
        }
        if (words > 1) {
            return true;
        }
        for (String word : SMALL_WORDS) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}

package dev.limner.prompt.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whole forms of a name, folded, that cannot be told from its beginning and an ending: with a vowel that comes and goes
 * (Marek, Marka; Павел, Павла) or a consonant that changes (Monika, Monice).
 */
public final class Inflections {
    private static final List<String> LATIN =
            List.of("a", "u", "owi", "iem", "em", "ie", "i", "ze", "owie", "ow", "ami", "om", "e", "y", "ovi");

    private static final List<String> CYRILLIC =
            List.of("а", "у", "ом", "ем", "е", "ы", "и", "ов", "ам", "ами", "ові", "і");

    private static final List<String> FINNISH = List.of("n", "lla", "lle", "lta", "ssa", "sta", "ksi");

    private static final List<String> TURKISH = List.of("in", "un", "i", "u", "e", "a");

    private static final List<String> OF_AS = List.of("o", "ui", "u", "e", "ai", "am");

    private static final List<String> OF_IS = List.of("a", "im", "i", "io", "iui", "iu", "um", "u");

    /** The end of a name and what stands there before an ending with e. */
    private static final Map<String, String> BEFORE_E = Map.of(
            "ka", "ce", "ga", "dze", "ra", "rze", "ta", "cie", "cha", "sze", "ha", "ze", "la", "le", "sta", "scie",
            "da", "dzie");

    private Inflections() {}

    public static List<String> of(CharSequence name) {
        String word = name.toString();
        List<String> forms = new ArrayList<>(0);
        if (word.length() < 3) {
            return forms;
        }
        char last = word.charAt(word.length() - 1);
        if (Script.isCyrillic(last)) {
            cyrillic(word, last, forms);
        } else if (last >= 'a' && last <= 'z') {
            latin(word, last, forms);
        } else if (last == '\u03C3' && word.length() > 3) {
            forms.add(word.substring(0, word.length() - 1));
            forms.add(word.substring(0, word.length() - 2) + "\u03BF\u03C5");
        }
        return forms;
    }

    private static void latin(String word, char last, List<String> forms) {
        char before = word.charAt(word.length() - 2);
        boolean fleeting = before == 'e' && "klcn".indexOf(last) >= 0 && word.length() > 3;
        if (fleeting && isConsonant(word.charAt(word.length() - 3))) {
            String stem = word.substring(0, word.length() - 2) + last;
            LATIN.forEach(ending -> forms.add(stem + ending));
        }
        finnish(word, forms);
        baltic(word, forms);
        if (word.endsWith("p") && word.length() > 3) {
            String stem = word.substring(0, word.length() - 1) + "b";
            TURKISH.forEach(ending -> forms.add(stem + ending));
        }
        if (word.endsWith("ia") && word.length() > 3) {
            forms.add(word.substring(0, word.length() - 1));
        }
        BEFORE_E.forEach((end, changed) -> {
            if (word.endsWith(end) && word.length() > end.length() + 1) {
                forms.add(word.substring(0, word.length() - end.length()) + changed);
            }
        });
    }

    /** {@code Pekka, Pekan}; {@code Virtanen, Virtasen} */
    private static void finnish(String word, List<String> forms) {
        int end = word.length() - 1;
        if (word.endsWith("nen") && word.length() > 4) {
            String stem = word.substring(0, end - 2) + "se";
            FINNISH.forEach(ending -> forms.add(stem + ending));
        } else if (end > 2
                && !isConsonant(word.charAt(end))
                && word.charAt(end - 1) == word.charAt(end - 2)
                && "kpt".indexOf(word.charAt(end - 1)) >= 0) {
            String stem = word.substring(0, end - 1) + word.charAt(end);
            FINNISH.forEach(ending -> forms.add(stem + ending));
        }
    }

    /** {@code Jonas, Jonui}; {@code Jānis, Jānim} */
    private static void baltic(String word, List<String> forms) {
        if (word.length() > 3 && word.endsWith("s") && !isConsonant(word.charAt(word.length() - 2))) {
            String stem = word.substring(0, word.length() - 2);
            (word.endsWith("as") ? OF_AS : OF_IS).forEach(ending -> forms.add(stem + ending));
        }
    }

    private static void cyrillic(String word, char last, List<String> forms) {
        char before = word.charAt(word.length() - 2);
        if ("еоё".indexOf(before) >= 0 && "лкц".indexOf(last) >= 0 && word.length() > 3) {
            String stem = word.substring(0, word.length() - 2) + last;
            CYRILLIC.forEach(ending -> forms.add(stem + ending));
        }
        if (word.endsWith("лев")) {
            String stem = word.substring(0, word.length() - 2) + "ьв";
            CYRILLIC.forEach(ending -> forms.add(stem + ending));
        }
        if (word.endsWith("ий") || word.endsWith("ый") || word.endsWith("ой")) {
            String stem = word.substring(0, word.length() - 2);
            List.of("ого", "его", "ому", "ему", "им", "ым", "ом").forEach(ending -> forms.add(stem + ending));
        }
        if (word.endsWith("ая")) {
            String stem = word.substring(0, word.length() - 2);
            List.of("ой", "ую").forEach(ending -> forms.add(stem + ending));
        }
    }

    private static boolean isConsonant(char c) {
        return "aeiouy".indexOf(c) < 0;
    }
}

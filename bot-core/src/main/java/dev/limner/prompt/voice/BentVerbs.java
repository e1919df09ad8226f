package dev.limner.prompt.voice;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Words;
import java.util.List;
import java.util.Set;

/** Verbs of one who tells, in languages that do without the pronoun, by their endings: {@code Wyciągam miecz.} */
final class BentVerbs {
    private static final int SHORTEST = 5;

    /** Behind a Romance verb of the first person, as no noun or name has them behind it. */
    private static final Set<String> AFTER_VERB = NameWords.words("""
            la il lo le gli un una uno i el los las al del hacia por con en sobre o os as um uma verso nel nella sul sulla \
            para pela pelo mi me minha meu mia mio""");

    /** That hardly a word of another language ends with, or of the same one. */
    private static final List<String> POLISH = List.of(
            "agam", "egam", "ykam", "ukam", "ekam", "uwam", "ywam", "iwam", "acam", "azam", "adzam", "edzam", "adam",
            "ysiadam");

    private static final Set<String> POLISH_SIGNS =
            NameWords.words("sie nie na do w z i ze po za przez ku pod od go jej mu jego ja jeszcze nad przed");

    private static final List<String> RUSSIAN = List.of("аю", "яю", "ею", "ую", "юсь", "усь");

    private static final List<String> TURKISH = List.of("iyorum", "uyorum", "acagim", "ecegim", "iyordum", "uyordum");

    private BentVerbs() {}

    static boolean areTold(Words words) {
        String verb = words.word(0);
        String next = words.size() > 1 && words.gap(1) == Words.Gap.SOFT ? words.word(1) : "";
        boolean past = verb.endsWith("ei");
        boolean romance = verb.length() >= SHORTEST - 1
                && (past || verb.endsWith("o"))
                && (AFTER_VERB.contains(next) || (past && next.equals("a")));
        boolean whole = verb.length() >= SHORTEST;
        return romance
                || (whole && endsWith(verb, RUSSIAN))
                || (whole && endsWith(verb, POLISH))
                || (whole && (verb.endsWith("am") || verb.endsWith("em")) && has(words, POLISH_SIGNS))
                || anyEndsWith(words, TURKISH);
    }

    private static boolean anyEndsWith(Words words, List<String> endings) {
        for (int i = 0; i < words.size(); i++) {
            if (words.word(i).length() > SHORTEST && endsWith(words.word(i), endings)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(String word, List<String> endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** Two of them, since a single letter may be anything. */
    private static boolean has(Words words, Set<String> signs) {
        int found = 0;
        for (int i = 1; i < words.size(); i++) {
            found += signs.contains(words.word(i)) ? 1 : 0;
        }
        return found > 1;
    }
}

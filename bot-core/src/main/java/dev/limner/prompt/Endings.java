package dev.limner.prompt;

import java.util.Set;

/** Endings that a name takes in a sentence, folded. */
final class Endings {
    /** No ending is longer. */
    static final int LONGEST = 6;

    private static final Set<String> RUSSIAN = Set.of(
            "а", "у", "ом", "ем", "е", "ы", "и", "я", "ю", "ов", "ам", "ами", "ах", "ью", "ові", "еві", "і", "ів", "ин",
            "ина");

    private static final Set<String> RUSSIAN_AFTER_STEM = Set.of(
            "ы", "и", "е", "у", "ой", "ою", "ей", "ею", "ю", "я", "ем", "ом", "ью", "ии", "ию", "ием", "о", "і", "ін",
            "ин", "ина", "ину", "иной", "ины", "ям", "ами", "ах");

    private static final Set<String> SLAVIC = Set.of(
            "a", "u", "owi", "em", "ie", "iem", "om", "ovi", "e", "y", "i", "ow", "ami", "ach", "owie", "ze", "ov",
            "ova", "im");

    private static final Set<String> SLAVIC_AFTER_STEM = Set.of(
            "y", "i", "e", "ie", "ze", "a", "o", "u", "ou", "om", "owi", "iem", "em", "in", "ina", "iny", "ii", "ia",
            "zie", "le");

    private static final Set<String> KOREAN = Set.of(
            "은", "는", "이", "가", "을", "를", "의", "에", "에게", "와", "과", "도", "로", "으로", "야", "아", "여", "이여", "씨", "님", "께",
            "께서", "한테", "랑", "이랑", "만", "부터", "까지", "보다", "처럼", "이는", "이가", "이를", "이의", "이도", "씨는", "씨가", "씨를", "씨의",
            "씨도", "님은", "님이", "님을", "님의", "님께", "에게는", "에게서", "에서");

    private static final Set<String> NOT_GENITIVE = Set.of(
            "does", "this", "thus", "yes", "has", "was", "his", "its", "always", "perhaps", "alas", "pass", "less",
            "as", "is", "us");

    /** Vowels and signs that give way to an ending, as in Anna, Anny. */
    private static final String GIVING_WAY = "aoeаоеяьйі";

    private Endings() {}

    /** Whether a name of this script loses its last letter before some endings. */
    static boolean hasStem(CharSequence name) {
        int last = name.length() - 1;
        return last >= 2 && GIVING_WAY.indexOf(name.charAt(last)) >= 0;
    }

    /** Whether a word that begins with a whole name may be that name. */
    static boolean afterWhole(CharSequence word, int from, int length, int to, boolean slavic, boolean capital) {
        char first = word.charAt(from);
        int rest = to - length;
        if (rest > LONGEST) {
            return false;
        }
        if (Script.isHangul(first)) {
            return KOREAN.contains(word.subSequence(length, to).toString());
        }
        if (length - from < 3) {
            return false;
        }
        String ending = word.subSequence(length, to).toString();
        if (Script.isCyrillic(first)) {
            return RUSSIAN.contains(ending);
        }
        boolean genitive = ending.equals("s")
                && capital
                && !NOT_GENITIVE.contains(word.subSequence(from, to).toString());
        return Script.isLatin(first)
                && (genitive
                        || (capital && (slavic ? SLAVIC.contains(ending) : isPlainlySlavic(ending, length - from))));
    }

    /** Polish endings that hardly any word of another language shares, so that they tell even without other signs. */
    private static boolean isPlainlySlavic(String ending, int length) {
        return ending.equals("owi") || (length > 3 && (ending.equals("em") || ending.equals("iem")));
    }

    /** Whether a word that begins with a name's stem may be that name. */
    static boolean afterStem(CharSequence word, int from, int length, int to, boolean slavic, boolean capital) {
        if (to - length > LONGEST || to == length) {
            return false;
        }
        char first = word.charAt(from);
        String ending = word.subSequence(length, to).toString();
        return Script.isCyrillic(first)
                ? RUSSIAN_AFTER_STEM.contains(ending)
                : slavic && capital && SLAVIC_AFTER_STEM.contains(ending);
    }
}

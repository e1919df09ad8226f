package dev.limner.prompt.text;

import java.util.Set;

/** Endings that a name takes in a sentence, folded. */
public final class Endings {
    /** No ending is longer. */
    static final int LONGEST = 6;

    private static final Set<String> RUSSIAN = Set.of(
            "а", "у", "ом", "ем", "е", "ы", "и", "я", "ю", "ов", "ам", "ами", "ах", "ью", "ові", "еві", "і", "ів", "ин",
            "ина");

    /** That no name ends with. */
    private static final Set<String> HUNGARIAN =
            Set.of("nak", "nek", "val", "vel", "hoz", "hez", "nal", "nel", "bol", "rol", "tol");

    private static final Set<String> RUSSIAN_AFTER_STEM = Set.of(
            "ы", "и", "е", "у", "ой", "ою", "ей", "ею", "ю", "я", "ем", "ом", "ью", "ии", "ию", "ием", "о", "і", "ін",
            "ин", "ина", "ину", "иной", "ины", "ям", "ами", "ах");

    private static final Set<String> SLAVIC = Set.of(
            "a", "u", "owi", "em", "ie", "iem", "om", "ovi", "e", "y", "i", "ow", "ami", "ach", "owie", "ze", "ov",
            "ova", "im", "ego", "emu");

    /** Hungarian, Finnish, Turkish without an apostrophe, Baltic; of names as they are. */
    private static final Set<String> AGGLUTINATING = NameWords.words("""
            t at et ot val vel nak nek ra re ban ben bol rol tol ba be hoz hez nal nel ert ig on en ek \
            n lla lle lta ssa sta ta na ksi kin an in illa ille ilta issa ista iin ia iksi \
            un nin nun da de dan den tan ten te la le yla yle ya ye yi yu yle \
            s as os ai am ui""");

    private static final Set<String> SLAVIC_AFTER_STEM = Set.of(
            "y", "i", "e", "ie", "ze", "a", "o", "u", "ou", "om", "owi", "iem", "em", "in", "ina", "iny", "ii", "ia",
            "zie", "le", "ej", "iej", "os", "oje", "ai", "as", "es");

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
    public static boolean hasStem(CharSequence name) {
        int last = name.length() - 1;
        return last >= 2 && GIVING_WAY.indexOf(name.charAt(last)) >= 0;
    }

    /** Whether a word is a name with an ending. */
    public enum Fit {
        NO,
        YES,
        /** Where the text around is Slavic, or of another language whose names take endings. */
        SLAVIC
    }

    /** Whether a word that begins with a whole name may be that name. */
    public static Fit afterWhole(CharSequence word, int from, int length, int to, boolean capital) {
        char first = word.charAt(from);
        int rest = to - length;
        if (rest > LONGEST) {
            return Fit.NO;
        }
        if (Script.isHangul(first)) {
            return fit(KOREAN.contains(word.subSequence(length, to).toString()));
        }
        if (length - from < 3) {
            return Fit.NO;
        }
        if (Script.isCyrillic(first)) {
            return fit(RUSSIAN.contains(word.subSequence(length, to).toString()));
        }
        if (!Script.isLatin(first)) {
            return Fit.NO;
        }
        String ending = word.subSequence(length, to).toString();
        if (ending.equals("s")) {
            return fit(!NOT_GENITIVE.contains(word.subSequence(from, to).toString()));
        }
        if (!capital) {
            return Fit.NO;
        }
        if (isPlainly(ending, length - from)) {
            return Fit.YES;
        }
        boolean agglutinates = AGGLUTINATING.contains(ending) || isAssimilated(word, length, ending);
        return SLAVIC.contains(ending) || agglutinates ? Fit.SLAVIC : Fit.NO;
    }

    /** Hungarian {@code Mártonnal}: the name's last letter is doubled before the ending. */
    private static boolean isAssimilated(CharSequence word, int length, String ending) {
        return ending.length() == 3
                && ending.charAt(0) == word.charAt(length - 1)
                && (ending.endsWith("al") || ending.endsWith("el"));
    }

    private static Fit fit(boolean fits) {
        return fits ? Fit.YES : Fit.NO;
    }

    /** Polish and Hungarian endings that hardly any word of another language shares, so that they tell even without other signs. */
    private static boolean isPlainly(String ending, int length) {
        return ending.equals("owi")
                || (length > 3 && HUNGARIAN.contains(ending))
                || (length > 3 && (ending.equals("em") || ending.equals("iem")));
    }

    /** Whether a word that begins with a name's stem may be that name. */
    public static Fit afterStem(CharSequence word, int from, int length, int to, boolean capital) {
        if (to - length > LONGEST || to == length) {
            return Fit.NO;
        }
        if (Script.isCyrillic(word.charAt(from))) {
            return fit(RUSSIAN_AFTER_STEM.contains(word.subSequence(length, to).toString()));
        }
        return capital
                        && SLAVIC_AFTER_STEM.contains(
                                word.subSequence(length, to).toString())
                ? Fit.SLAVIC
                : Fit.NO;
    }

    /** Whether a word that is a form of a name may be that name. */
    public static Fit ofForm(CharSequence word, int from, int to, boolean capital) {
        if (!capital) {
            return Fit.NO;
        }
        boolean plain = !Script.isLatin(word.charAt(from)) || endsWith(word, to, "owi") || endsWith(word, to, "iem");
        return plain ? Fit.YES : Fit.SLAVIC;
    }

    private static boolean endsWith(CharSequence word, int to, String ending) {
        return word.subSequence(to - ending.length(), to).toString().equals(ending);
    }
}

package dev.limner.prompt.text;

import java.util.Set;

/** What little of a text's language decides whether a word reads as a name. */
public final class Language {
    private static final Set<String> ENGLISH = NameWords.words("""
            the a and of to is his her with at he she it they you my your from by for that this but into over under up down \
            was were has had are not as out""");

    private static final Set<String> OTHERS = NameWords.words("""
            der das und ist nicht ein eine dem den auf mit zu sich im am vom zum el los las y en con su una por al les du et \
            dans sur avec est une se w na sie z jest do przez il e di che gli ve bir az egy och det ett och en het een ja и в \
            на с не он она что к по у из""");

    private static final Set<String> VERB_ENDINGS = NameWords.words("ет ит ут ют ат ят ла ся сь ел ал ил ул ял ыл ол");

    /** As in {@code молча, тихо, уже}. */
    private static final String ADVERB_ENDINGS = "аоеь";

    /** What sea, wind, light and seasons do, in languages without articles. */
    private static final Set<String> NATURE = NameWords.words("""
            nadchodzi nadchodziła nadciąga nadciągała szumi szumiało świeci świeciła wschodzi zachodzi zaszła wzeszła kwitnie \
            kwitła wieje pachnie pachniała pada durgun durgundu dalgalı dalgalıydı sakindi kabardı köpürdü esiyor esti doğdu \
            battı parlıyor çarşaf""");

    private Language() {}

    private static boolean isNature(Words words, int at) {
        for (int i = at + 1; i <= at + 4 && i < words.size() && words.gap(i) == Words.Gap.SOFT; i++) {
            if (NATURE.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text has small words of another language and fewer of English. */
    public static boolean isForeign(Words words) {
        return balance(words) < 0;
    }

    /** Whether a text has small words of English and fewer of other languages. */
    public static boolean isEnglish(Words words) {
        return balance(words) > 0;
    }

    private static int balance(Words words) {
        int balance = 0;
        for (int i = 0; i < words.size() && i < 60; i++) {
            String word = words.word(i);
            if (word.length() > 4) {
                continue;
            }
            balance += ENGLISH.contains(word) ? 1 : 0;
            balance -= OTHERS.contains(word) ? 1 : 0;
        }
        return balance;
    }

    /** Whether a name at a sentence's start is followed by what may be done: in Russian by what ends as a verb. */
    public static boolean mayAct(Words words, int at) {
        if (!Script.isCyrillic(words.folded().charAt(words.start(at)))) {
            return !isNature(words, at);
        }
        if (at + 1 >= words.size() || words.gap(at + 1) != Words.Gap.SOFT || words.is(at + 1, Words.CAPITAL)) {
            return true;
        }
        String next = words.word(at + 1);
        boolean joins = next.equals("и") || next.equals("с") || next.equals("не");
        boolean after =
                at + 2 < words.size() && words.gap(at + 2) == Words.Gap.SOFT && words.gap(at + 1) == Words.Gap.SOFT;
        return joins || isVerb(next) || (after && isAdverb(next) && isVerb(words.word(at + 2)));
    }

    private static boolean isVerb(String word) {
        return word.length() > 3 && VERB_ENDINGS.contains(word.substring(word.length() - 2));
    }

    private static boolean isAdverb(String word) {
        return word.length() > 2 && ADVERB_ENDINGS.indexOf(word.charAt(word.length() - 1)) >= 0;
    }
}

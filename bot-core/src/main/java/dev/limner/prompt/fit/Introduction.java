package dev.limner.prompt.fit;

import dev.limner.prompt.text.Folding;
import dev.limner.prompt.text.Titles;
import dev.limner.prompt.text.Words;
import dev.limner.prompt.voice.FirstLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words a character for encoders that read prose: by name, where the prefix does not tell it. */
final class Introduction {
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    private static final Set<String> PRONOUNS = Set.of("she", "he");

    private final List<Words> names = new ArrayList<>();
    private final String name;

    /** @param names the name, then aliases */
    Introduction(List<String> names) {
        name = names.get(0);
        for (String each : names) {
            Words words = Words.of(each);
            if (words.size() > 0) {
                this.names.add(words);
            }
        }
    }

    /**
     * With the name before it, unless it is there.
     *
     * @param aside whether words go before it that it belongs to, as in "a drawing of"
     */
    String of(String looks, boolean aside) {
        Words words = Words.of(looks);
        if (name.isEmpty() || words.size() == 0 || isNamed(looks, words)) {
            return looks;
        }
        String first = words.word(0);
        boolean begins = looks.length() > first.length() && looks.charAt(first.length()) == ' ';
        if (begins && ARTICLES.contains(first)) {
            return name + (aside ? ", " : " is ") + FirstLetter.small(looks);
        }
        if (begins && PRONOUNS.contains(first)) {
            String does = looks.substring(first.length()).strip();
            boolean is = does.startsWith("is ");
            return name + (!aside ? " " + does : is ? "," + does.substring(2) : ", who " + does);
        }
        return name + ": " + looks;
    }

    private boolean isNamed(String looks, Words words) {
        for (Words each : names) {
            if (stands(each, words, 0)) {
                return true;
            }
        }
        String folded = Folding.fold(looks);
        for (int n = 0; n < names.size(); n++) {
            Words each = names.get(n);
            if (n == 0 && each.is(0, Words.UNSPACED) && folded.contains(each.folded())) {
                return true;
            }
            for (int i = 1; i < words.size(); i++) {
                if (isWritten(words, i) && (stands(each, words, i) || (n == 0 && holdsPart(each, words, i)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** As a name is: with a capital, in scripts that have capitals. */
    private static boolean isWritten(Words words, int at) {
        return words.is(at, Words.CAPITAL)
                || Character.getType(words.folded().charAt(words.start(at))) == Character.OTHER_LETTER;
    }

    private static boolean stands(Words name, Words words, int at) {
        if (at + name.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < name.size(); i++) {
            if (!name.word(i).equals(words.word(at + i))) {
                return false;
            }
        }
        return !isPartOfLonger(words, at + name.size() - 1);
    }

    /** A word of a name of several, but none that stands before the names of many. */
    private static boolean holdsPart(Words name, Words words, int at) {
        String word = words.word(at);
        for (int i = 0; i < name.size(); i++) {
            if (name.word(i).equals(word) && word.length() > 2 && !Titles.isTitle(word)) {
                return !isPartOfLonger(words, at);
            }
        }
        return false;
    }

    /** {@code Rose-gold} is no Rose. */
    private static boolean isPartOfLonger(Words words, int last) {
        return last + 1 < words.size() && words.before(last + 1) == '-' && words.after(last) == '-';
    }
}

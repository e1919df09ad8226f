package dev.limner.prompt.markup;

import dev.limner.prompt.text.Folding;
import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Words;
import java.util.Set;
import java.util.regex.Pattern;

/** Titles of scenes: {@code EXT. DOCKS}, {@code Chapter 2}, {@code [The docks, night]}, {@code ## The Docks}. */
final class Slugs {
    /** So long is a title that is no more than a word and its number. */
    static final int LONGEST_NUMBER = 17;

    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 7;

    private static final Set<String> NUMBERED = NameWords.words("""
            chapter scene act part day night episode session kapitel szene tag chapitre scène acte capitolo scena capítulo \
            escena rozdział hoofdstuk bölüm глава сцена kapitola fejezet luku kapittel розділ κεφάλαιο épisode episodio odcinek \
            odcinek volume vol arc""");

    private static final Pattern NUMBER = Pattern.compile(
            "[0-9]{1,4}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty");

    private static final Set<String> TIMES = NameWords.words("""
            night midnight dawn dusk morning noon evening afternoon day sunset sunrise nightfall later nacht abend morgen \
            mittag nuit soir matin noche manana tarde notte sera mattina""");

    private static final Set<String> SMALL = NameWords.words("the a an of at in on and by to for");

    private Slugs() {}

    /** Whether a folded word is a time of the day. */
    static boolean isTime(String word) {
        return TIMES.contains(word);
    }

    /** Whether words read as a title and not as what somebody does: {@code The Old Mill}, {@code That evening}. */
    static boolean isTitle(String text, int from, int end) {
        if (end - from > LONGEST || ".!?\u2026\"\u201D".indexOf(text.charAt(end - 1)) >= 0) {
            return false;
        }
        Words words = Words.of(text.substring(from, end));
        if (words.size() <= 2 && words.word(0).equals("the") || TIMES.contains(words.word(words.size() - 1))) {
            return true;
        }
        for (int i = 0; i < words.size(); i++) {
            char first = words.word(i).charAt(0);
            if (Character.isLowerCase(first) && !words.is(i, Words.CAPITAL) && !SMALL.contains(words.word(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isScript(String text, int from) {
        return (text.startsWith("INT", from) || text.startsWith("EXT", from))
                && from + 4 < text.length()
                && ".:/".indexOf(text.charAt(from + 3)) >= 0;
    }

    /** A part's word and its number, with nothing after them or a sign between. */
    static boolean isNumbered(String text, int from, int end) {
        int word = from;
        while (word < end && word - from < LONGEST_NUMBER && Character.isLetter(text.charAt(word))) {
            word++;
        }
        if (word == from || word >= end || text.charAt(word) != ' ' || word - from > 9) {
            return false;
        }
        int number = word + 1;
        while (number < end && number - word < 10 && Character.isLetterOrDigit(text.charAt(number))) {
            number++;
        }
        boolean apart = number >= end
                || ":,.-\u2013\u2014".indexOf(text.charAt(number)) >= 0
                || (number + 1 < end
                        && text.charAt(number) == ' '
                        && ":-\u2013\u2014".indexOf(text.charAt(number + 1)) >= 0);
        if (!apart || !NUMBERED.contains(Folding.fold(text.substring(from, word)))) {
            return false;
        }
        Words words = Words.of(text.substring(from, number));
        return words.size() == 2 && NUMBER.matcher(words.word(1)).matches();
    }

    /**
     * Whether what stands between signs, or behind those of a heading, is the title of a place: a few words that begin
     * as a place does, without the end of a sentence, and unless it is a heading with a time of the day.
     */
    static boolean isPlace(String text, int from, int end, boolean heading) {
        if (end - from > LONGEST || ".!?\u2026\"\u201D".indexOf(text.charAt(end - 1)) >= 0) {
            return false;
        }
        Words words = Words.of(text.substring(from, end));
        int last = words.size() - 1;
        if (last < 1 || words.size() > MOST_WORDS) {
            return false;
        }
        boolean timed = TIMES.contains(words.word(last)) && words.gap(last) == Words.Gap.HARD;
        return heading ? words.word(0).equals("the") || timed : timed && words.is(0, Words.CAPITAL);
    }
}

package dev.limner.prompt.cast;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;
import java.util.Set;

/** Whether a sentence, or a bare one behind it, tells a time long before what happens now: {@code Three nights back.} */
final class PastTimes {
    private static final int SENTENCE = 20;

    /** Words of a sentence that tells nothing but a time. */
    private static final int BARE = 6;

    private static final Set<String> UNITS = NameWords.words(
            "nights days weeks months years winters summers springs harvests decades ages night week month year");

    private static final Set<String> LAST = NameWords.words("""
            night week month year winter summer spring autumn fall harvest january february march april may june july august \
            september october november december monday tuesday wednesday thursday friday saturday sunday""");

    private static final Set<String> MONTHS = NameWords.words("""
            january february march april may june july august september october november december januar februar marz mai juni \
            juli oktober dezember enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre \
            janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre""");

    private static final Set<String> SEASONS = NameWords.words("spring summer autumn fall winter thaw");

    private static final Set<String> SINCE = Set.of("in", "since", "im", "en");

    private PastTimes() {}

    /** Where the time ends that is told behind a word; negative when none is. */
    static int after(Words words, int at) {
        int i = at + 1;
        while (i < words.size() && i < at + SENTENCE && !ClauseCues.startsSentence(words, i)) {
            if (isTime(words, i)) {
                return i;
            }
            i++;
        }
        return i < words.size() && ClauseCues.startsSentence(words, i) ? bare(words, i) : -1;
    }

    private static int bare(Words words, int start) {
        int time = -1;
        int end = start;
        while (end < words.size() && (end == start || !ClauseCues.startsSentence(words, end))) {
            if (end - start >= BARE || Verbs.isThirdPerson(words.word(end)) || words.is(end, Words.QUOTED)) {
                return -1;
            }
            time = isTime(words, end) || isSpan(words, end) ? end : time;
            end++;
        }
        return time;
    }

    private static boolean isTime(Words words, int at) {
        String word = words.word(at);
        String before = words.word(at - 1);
        boolean year = word.length() == 4 && Character.isDigit(word.charAt(0)) && Character.isDigit(word.charAt(3));
        return word.equals("ago")
                || word.equals("yesterday")
                || (word.equals("back") && UNITS.contains(before))
                || (before.equals("last") && LAST.contains(word))
                || (SINCE.contains(before) && (MONTHS.contains(word) || year))
                || (before.equals("the") && SEASONS.contains(word) && SINCE.contains(words.word(at - 2)));
    }

    /** {@code Ten years now.} */
    private static boolean isSpan(Words words, int at) {
        return words.word(at).equals("now") && UNITS.contains(words.word(at - 1));
    }
}

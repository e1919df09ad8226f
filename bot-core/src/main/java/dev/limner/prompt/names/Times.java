package dev.limner.prompt.names;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;
import java.util.Set;

/** Whether a word that is a month, a season or a time of day as well tells when: {@code the hottest August}. */
final class Times {
    private static final Set<String> TIMES =
            NameWords.words("may april june august january dawn summer autumn winter spring night midnight"
                    + " noon dusk eve day friday sunday monday season");

    private static final Set<String> BEFORE_TIMES = NameWords.words(
            "in since until till of early late last next christmas midsummer this every mid during by before after at on through");

    /** Two words before a time: {@code the hottest August}. */
    private static final Set<String> DESCRIBING = Set.of("the", "a", "an", "this", "that", "one");

    /** Of which there is an eve, a day or a night. */
    private static final Set<String> FEASTS = NameWords.words("year years midsummer valentine saint");

    /** What times have: {@code August heat}. */
    private static final Set<String> OF_TIMES = NameWords.words("""
            heat sun sunshine sunlight night nights morning mornings evening evenings afternoon afternoons rain rains sky \
            skies light breeze air weather day days storm storms harvest moon frost snow dusk""");

    private Times() {}

    /** @param before the word before it, where it hangs together with it */
    static boolean isTime(Words words, int at, String before) {
        if (!TIMES.contains(words.word(at))) {
            return false;
        }
        String next = words.word(at + 1);
        boolean described = at > 1
                && words.gap(at) == Words.Gap.SOFT
                && words.gap(at - 1) == Words.Gap.SOFT
                && DESCRIBING.contains(words.word(at - 2))
                && !words.is(at - 1, Words.CAPITAL)
                && !Verbs.isDoneByPeople(Subjects.following(words, at));
        if (Subjects.following(words, at).equals("s") && Subjects.ofBodies(Subjects.following(words, at + 1))) {
            return false;
        }
        boolean feast = before.equals("s") && at > 1 && FEASTS.contains(words.word(at - 2));
        return BEFORE_TIMES.contains(before)
                || described
                || feast
                || OF_TIMES.contains(Subjects.following(words, at))
                || (!next.isEmpty() && Character.isDigit(next.charAt(0)));
    }
}

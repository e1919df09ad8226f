package dev.limner.prompt;

import java.util.Set;

/**
 * Whether a mention plainly says that somebody is not there: dead, painted, remembered. English; where in doubt, there.
 */
final class Absence {
    private static final Set<String> LIKENESS = Set.of(
            "portrait",
            "portraits",
            "painting",
            "picture",
            "pictures",
            "photo",
            "photograph",
            "statue",
            "bust",
            "drawing",
            "sketch",
            "memory",
            "memories",
            "grave",
            "tomb",
            "tombstone",
            "headstone",
            "letter",
            "note",
            "funeral",
            "ashes",
            "story",
            "stories",
            "tale",
            "tales",
            "legend",
            "dream",
            "dreams",
            "ghost",
            "news",
            "word");

    private static final Set<String> AFTER_LIKENESS = Set.of("of", "from", "about");

    private static final Set<String> REMEMBERING = Set.of(
            "remember",
            "remembers",
            "remembered",
            "remembering",
            "miss",
            "misses",
            "missed",
            "missing",
            "mourn",
            "mourns",
            "mourned",
            "mourning",
            "without",
            "recall",
            "recalls",
            "recalled",
            "late");

    private static final Set<String> POSSESSIONS = Set.of(
            "grave",
            "tomb",
            "tombstone",
            "headstone",
            "funeral",
            "portrait",
            "statue",
            "ashes",
            "letter",
            "death",
            "memory",
            "ghost",
            "corpse");

    private static final Set<String> THINKING =
            Set.of("thinks", "thought", "thinking", "think", "dreams", "dreamed", "dreamt", "dreaming");

    private static final Set<String> STATES = Set.of("dead", "gone", "away", "absent", "missing");

    private static final Set<String> GONE = Set.of("dead", "absent", "deceased");

    private static final Set<String> RELATIVES = Set.of(
            "brother",
            "sister",
            "father",
            "mother",
            "son",
            "daughter",
            "husband",
            "wife",
            "uncle",
            "aunt",
            "friend",
            "lover",
            "master",
            "king",
            "queen");

    /** With which "dead" only strengthens. */
    private static final Set<String> DEADLY =
            Set.of("tired", "set", "serious", "certain", "sure", "calm", "silent", "still", "drunk", "asleep", "quiet");

    private Absence() {}

    static boolean isPlain(Words words, int first, int last) {
        return before(words, first) || after(words, last);
    }

    private static boolean before(Words words, int first) {
        String one = words.gap(first) == Words.Gap.HARD ? "" : words.word(first - 1);
        String two = first > 1 && words.gap(first - 1) != Words.Gap.HARD ? words.word(first - 2) : "";
        if (AFTER_LIKENESS.contains(one)) {
            return LIKENESS.contains(two) || THINKING.contains(two);
        }
        if (GONE.contains(one)) {
            return true;
        }
        if (RELATIVES.contains(one) && GONE.contains(two)) {
            return true;
        }
        return REMEMBERING.contains(one) && !(one.equals("late") && !two.equals("the"));
    }

    private static boolean after(Words words, int last) {
        String one = following(words, last);
        String two = following(words, last + 1);
        if (one.equals("s")) {
            return POSSESSIONS.contains(two);
        }
        if (one.equals("died")) {
            return two.equals("long") || following(words, last + 2).equals("ago");
        }
        boolean copula = one.equals("is") || one.equals("was");
        if (!copula) {
            return one.equals("isn")
                    && two.equals("t")
                    && following(words, last + 2).equals("here");
        }
        String three = following(words, last + 2);
        return (STATES.contains(two) && !(two.equals("dead") && DEADLY.contains(three)))
                || (two.equals("far") && three.equals("away"))
                || (two.equals("not") && three.equals("here"))
                || (two.equals("long") && STATES.contains(three));
    }

    private static String following(Words words, int at) {
        return at + 1 < words.size() && words.gap(at + 1) == Words.Gap.SOFT ? words.word(at + 1) : "";
    }
}

package dev.limner.prompt.cast;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Words;
import java.util.Set;

/** Whether somebody went, or came to grief, at a time long before what happens now: {@code Tobin sailed in April.} */
final class GoneSince {
    private static final Set<String> HELPING = NameWords.words("had has d only also just then already finally simply");

    private static final Set<String> WENT = NameWords.words("""
            left departed sailed emigrated enlisted deserted shipped retired eloped died drowned perished vanished disappeared""");

    /** What says that somebody is away only with what stands behind it. */
    private static final Set<String> MOVED =
            NameWords.words("went moved flew drove rode ran walked headed travelled traveled set");

    private static final Set<String> MISHAPS = NameWords.words("went fell slipped was got bled froze");

    private static final Set<String> OFF =
            NameWords.words("home off away back ahead abroad overseas north south east west out");

    private static final Set<String> DOWN =
            NameWords.words("overboard ice bridge cliff rapids falls out death hoist crevasse shaft river sea side");

    /** What is left so that one is gone. */
    private static final Set<String> BEHIND_LEFT = NameWords.words("""
            for on with by in at last yesterday town home us them her him this early two three four five six seven eight nine ten \
            a some many only half over years weeks months days hours ago without the""");

    private static final Set<String> LEFT_PLACES = NameWords.words("""
            country city village town house island army navy valley farm company firm guild order convent village district""");

    private static final Set<String> OTHERS = NameWords.words("""
            the a an his her their our my your it he she they we i you nobody everyone since so but leaving never nothing has had \
            hasn hadn""");

    private GoneSince() {}

    static boolean isTold(Words words, int last) {
        int at = last + 1;
        while (at <= last + 3 && HELPING.contains(Clause.after(words, last, at - last))) {
            at++;
        }
        String verb = Clause.after(words, last, at - last);
        if (verb.isEmpty() || !isAway(words, verb, at)) {
            return false;
        }
        int time = PastTimes.after(words, at);
        return time > 0 && !goesOn(words, time);
    }

    private static boolean isAway(Words words, String verb, int at) {
        String one = Clause.after(words, at, 1);
        if (verb.equals("left")) {
            boolean place = !one.equals("the") || LEFT_PLACES.contains(Clause.after(words, at, 2));
            return one.isEmpty() || (BEHIND_LEFT.contains(one) && place);
        }
        if (WENT.contains(verb)) {
            return !one.equals("into");
        }
        boolean moved =
                MOVED.contains(verb) && (OFF.contains(one) || (one.equals("to") && words.is(at + 2, Words.CAPITAL)));
        return moved || (MISHAPS.contains(verb) && isMishap(words, at));
    }

    private static boolean isMishap(Words words, int at) {
        for (int k = 1; k <= 4; k++) {
            if (DOWN.contains(Clause.after(words, at, k))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the sentence tells on, behind the time, what the same person does. */
    private static boolean goesOn(Words words, int time) {
        String next = Clause.after(words, time, 2);
        return Clause.after(words, time, 1).equals("and")
                && !next.isEmpty()
                && !OTHERS.contains(next)
                && !words.is(time + 2, Words.CAPITAL);
    }
}

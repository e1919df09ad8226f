package dev.limner.prompt.names;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;
import java.util.Set;

/** Whether a word at a sentence's start does what people do, and not what things and forces do. */
final class Subjects {
    /** What follows a verb that acts on somebody or leads somewhere, and no noun of two words. */
    private static final Set<String> AFTER_VERBS = NameWords.words("""
            a an the her his him them me us my your our their it this that these those off away down up out back over \
            around about toward towards both all each every another one two three four five six seven eight nine ten some \
            any no herself himself themselves herself each""");

    private static final Set<String> OWN = Set.of("her", "his", "their", "herself", "himself", "themselves");

    private static final Set<String> HELPING = Set.of(
            "lets", "makes", "helps", "dares", "does", "needs", "goes", "comes", "has", "hears", "sees", "feels",
            "watches");

    private static final Set<String> PARTICLES = Set.of("up", "down", "out", "off", "back", "away", "over");

    /** What weather, light and plants do to people. */
    private static final Set<String> FORCES = NameWords.words("""
            soaks chills warms stings kisses lashes covers fills hits touches burns blinds washes drenches whips catches \
            finds paints turns makes gives leaves freezes wets brushes bites beats falls creeps settles clouds colors colours \
            soaked chilled warmed stung kissed lashed covered filled hit touched burned blinded washed drenched whipped \
            caught found painted turned made gave left froze wet brushed bit beat fell crept settled clouded returns stains""");

    /** What a clause begins with that says when or why, so that a verb stands before it. */
    private static final Set<String> CONJUNCTIONS =
            Set.of("until", "till", "while", "because", "when", "if", "unless", "so");

    /** What forces do too, but not to things that one can hold. */
    private static final Set<String> HANDLING = NameWords.words("""
            slides slid opens opened closes closed drops dropped hides hid keeps kept sets moves moved lights lit hangs hung \
            lays laid rolls rolled spins spun""");

    private static final Set<String> AFTER_HANDLING = NameWords.words("a an two three another her his");

    private static final Set<String> BODY = NameWords.words("""
            hand hands fingers eyes cheek cheeks lips shoulder shoulders arm arms knee knees jaw gaze throat wrist palm sleeve \
            sleeves collar hair wrists elbow chest lap boots shoes apron ponytail braid braids brow chin ear ears neck""");

    private static final int POSE_REACH = 12;

    private static final Set<String> POSES =
            NameWords.words("arms hands fists legs knees eyes brows chin head jaw shoulders hand one boots feet teeth");

    private static final Set<String> POSED = NameWords.words("""
            folded crossed clasped clenched closed raised knit tucked drawn in on behind up down high low hunched tight wide \
            half squared set lowered bowed tilted hand arm eyebrow foot shoulder bare gritted apart""");

    private Subjects() {}

    static boolean isSubject(CommonNames.Kind kind, Words words, int at) {
        String next = following(words, at);
        boolean with = next.equals("and") && at + 2 < words.size() && words.is(at + 2, Words.CAPITAL);
        if (with) {
            return true;
        }
        if (next.equals("s") && kind == CommonNames.Kind.WORD && words.gap(at + 1) == Words.Gap.SOFT) {
            return true;
        }
        String owned = next.equals("s") ? following(words, at + 1) : "";
        boolean body = BODY.contains(owned) || Handling.isThing(owned);
        boolean hadBeen = next.equals("had") && following(words, at + 1).equals("been");
        if (body || (hadBeen && Verbs.isBeingDoneByPeople(following(words, at + 2)))) {
            return true;
        }
        return kind == CommonNames.Kind.ABSTRACT
                ? Verbs.isDoneByPeople(next)
                        || actsOnOwn(words, at, next)
                        || isDoing(words, at, next)
                        || Handling.isTold(words, at, next)
                        || isPosed(words, at, next)
                        || Feelings.isPerson(words, at, next)
                : (Verbs.isThirdPerson(next) && !isCompound(words, at, next))
                        || isCopula(words, at, next)
                        || acts(words, at, next);
    }

    /** An unknown verb of the third person with what it acts on: {@code Hunter nocks an arrow}, {@code Rose
     * high-fives him}, {@code Jay whoops}, {@code Rose didn't move}. */
    private static boolean acts(Words words, int at, String next) {
        String object = following(words, at + 1);
        if (!object.isEmpty() && words.before(at + 2) == '-') {
            return object.endsWith("s") && AFTER_VERBS.contains(following(words, at + 2));
        }
        if (next.equals("didn") || next.equals("doesn")) {
            return object.equals("t");
        }
        boolean past = next.length() > 4 && next.endsWith("ed");
        boolean present = next.length() > 3 && next.endsWith("s") && !next.endsWith("ss");
        boolean alone = present && object.isEmpty() && words.after(at + 1) == '.';
        return alone || (past || present) && (AFTER_VERBS.contains(object) || CONJUNCTIONS.contains(object));
    }

    /** A noun after all, as in {@code Daisy chains hang}, since a verb of many follows. */
    private static boolean isCompound(Words words, int at, String next) {
        String verb = following(words, at + 1);
        return next.endsWith("s")
                && (Verbs.isBase(verb) || verb.equals("are") || verb.equals("were"))
                && !HELPING.contains(next);
    }

    /** Something of one's own, as in {@code Dawn rolls up her sleeves}; not what weather does. */
    static boolean actsOnOwn(Words words, int at, String next) {
        String object = following(words, at + 1);
        object = PARTICLES.contains(object) ? following(words, at + 2) : object;
        boolean verb = next.endsWith("s") || next.endsWith("ed") || Verbs.isThirdPerson(next);
        return verb && OWN.contains(object) && (object.length() > 5 || !FORCES.contains(next));
    }

    /** {@code May is already halfway through telling June}, {@code Joy ran out of patience and kicked it} */
    private static boolean isDoing(Words words, int at, String next) {
        boolean is = next.equals("is") || next.equals("was");
        String object = following(words, at + 1);
        boolean handles = HANDLING.contains(next) && AFTER_HANDLING.contains(object);
        if (handles || (!is && !Verbs.isThirdPerson(next))) {
            return handles;
        }
        int reach = at + (is ? 6 : 12);
        for (int i = at + 2; i <= reach && i < words.size() && words.gap(i) == Words.Gap.SOFT; i++) {
            String word = words.word(i);
            boolean own = (word.equals("her") || word.equals("his"))
                    && !words.word(i - 1).equals("of")
                    && !following(words, i).equals("favourite");
            boolean also = words.word(i - 1).equals("and") && Verbs.isDoneByPeople(word);
            boolean state = i == at + 2 && (SmallLetters.isPersonState(word) || word.equals("up"));
            if (is ? Verbs.isBeingDoneByPeople(word) || own || state : also) {
                return true;
            }
        }
        return false;
    }

    /** What people have and wear. */
    static boolean ofBodies(String word) {
        return BODY.contains(word);
    }

    private static boolean isCopula(Words words, int at, String next) {
        boolean auxiliary = next.equals("is")
                || next.equals("was")
                || next.equals("has")
                || next.equals("had")
                || next.equals("would")
                || next.equals("could");
        return auxiliary && words.gap(at + 1) == Words.Gap.SOFT;
    }

    /** {@code Grace waits by the cart, arms folded.} */
    private static boolean isPosed(Words words, int at, String next) {
        if (!Verbs.isThirdPerson(next)) {
            return false;
        }
        for (int i = at + 2; i < at + POSE_REACH && i + 1 < words.size(); i++) {
            if (words.before(i) == ',') {
                return POSES.contains(words.word(i)) && POSED.contains(following(words, i));
            }
            if (words.gap(i) != Words.Gap.SOFT) {
                return false;
            }
        }
        return false;
    }

    /** The next word of the clause; empty at its end. */
    static String following(Words words, int at) {
        return at + 1 < words.size() && words.gap(at + 1) == Words.Gap.SOFT ? words.word(at + 1) : "";
    }
}

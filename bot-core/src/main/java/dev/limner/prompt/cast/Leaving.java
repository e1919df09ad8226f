package dev.limner.prompt.cast;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;
import java.util.Set;

/** Whether a sentence says that the one it names walks away from the scene. Mostly English; where in doubt, not. */
final class Leaving {
    /** Words looked at behind the name. */
    private static final int REACH = 20;

    private static final Set<String> LEAVES = NameWords.words("leaves left departs departed exits exited");

    private static final Set<String> WALKS = NameWords.words("""
            walks walked storms stormed stalks stalked strides strode runs ran slips slipped sneaks sneaked snuck heads headed \
            goes went marches marched stomps stomped rushes rushed hurries hurried bolts bolted drives drove rides rode flies \
            flew wanders wandered limps limped staggers staggered creeps crept trudges trudged dashes dashed sprints sprinted \
            shuffles shuffled saunters sauntered strolls strolled backs backed skips skipped stumbles stumbled flees fled \
            gallops galloped races raced sets set hikes hiked swims swam sails sailed drifts drifted ducks ducked jogs jogged trots trotted""");

    private static final Set<String> VANISHES =
            NameWords.words("disappears disappeared vanishes vanished teleports teleported");

    private static final Set<String> VANISHING_TO = NameWords.words("into through down behind around round up from in");

    /** Where a picture is, and is left. */
    private static final Set<String> ROOMS = NameWords.words("""
            room house tavern inn building hall office party apartment flat bar camp shop kitchen bedroom bathroom cabin cave \
            library chamber tent village town city ship bridge cafe restaurant club classroom school station scene court \
            courtyard garden barn temple church chapel palace castle place table group company lab laboratory workshop ball \
            meeting store market stage arena parlour parlor study cellar basement attic balcony deck""");

    private static final Set<String> DETERMINERS = NameWords.words("the a this that her his their my our");

    private static final Set<String> INTO_THE_OPEN = NameWords.words("""
            night rain snow street storm dark darkness cold hallway corridor sunset distance woods forest fog mist yard""");

    private static final Set<String> OPEN_PLACES =
            NameWords.words("field pitch ice dock pier boat train bus porch court mat set beach road path");

    private static final Set<String> AFTER_LEAVES = NameWords.words(
            "without for quietly silently early again alone together with in through by before after and then");

    private static final Set<String> LEFT_ONES = Set.of("them", "us", "him", "her");

    private static final Set<String> SUBJECTS =
            NameWords.words("he she they and then but before finally und er sie dann i oraz и потом");

    private static final Set<String> BEING = Set.of("is", "was", "s");

    private static final Set<String> AFTER_GONE = Set.of("before", "by", "into", "again", "in", "through", "down");

    private static final Set<String> WAYS_OUT =
            Set.of("door", "gate", "window", "hatch", "house", "room", "city", "town");

    private static final Set<String> CLOSES =
            NameWords.words("closes closed shuts shut pulls pulled locks locked slams slammed");

    private static final Set<String> OUTSIDE = Set.of("outside");

    private static final Set<String> TOWARDS = NameWords.words(
            "of to at with from by for past beside behind over near against toward towards around about on");

    /** Verbs of other languages that need nothing behind them. */
    private static final Set<String> FOREIGN = NameWords.words("""
            wychodzi odchodzi wyszedl wyszla odszedl odeszla wybiega wybiegl wybiegla odjezdza odjechal odjechala znika \
            уходит ушел ушла убегает убежал убежала уезжает уехал уехала выбегает выбежал выбежала вышел вышла выходит""");

    /** Behind such a verb, where somebody comes to: {@code вышла из-за шкафа}. */
    private static final Set<String> APPEARS =
            NameWords.words("к ко навстречу вперед zza spod spoza ku naprzeciw naprzod");

    private static final Set<String> APPEARS_FROM = NameWords.words("за под");

    private static final Set<String> GERMAN =
            NameWords.words("geht ging rennt rannte lauft lief sturmt sturmte reitet ritt fahrt fuhr");

    private static final Set<String> GERMAN_AWAY = NameWords.words("hinaus fort weg davon heim raus nachhause");

    private Leaving() {}

    static boolean isTold(Words words, int first, int last) {
        if (isObject(words, first, last)) {
            return false;
        }
        int end = Math.min(words.size(), last + REACH);
        for (int i = last + 1; i < end && !ClauseCues.startsSentence(words, i); i++) {
            if (!words.is(i, Words.QUOTED) && isLeft(words, i) && isOwn(words, i, last)) {
                return true;
            }
        }
        return false;
    }

    /** {@code kisses Theo's head}, {@code waves to Theo}: what follows is done by another. */
    private static boolean isObject(Words words, int first, int last) {
        String before = Clause.before(words, first, 1);
        String owned = Clause.after(words, last, 2);
        return (Clause.after(words, last, 1).equals("s") && !owned.equals("gone") && !owned.equals("out"))
                || TOWARDS.contains(before)
                || (Verbs.isThirdPerson(before) && !words.is(first - 1, Words.CAPITAL));
    }

    /** Whether a verb is that of the name, rather than of somebody or something that is spoken of after it. */
    static boolean isOwn(Words words, int verb, int last) {
        int i = verb - 1;
        while (i > last
                && (words.word(i).endsWith("ly")
                        || words.word(i).equals("very")
                        || words.word(i).equals("just")
                        || words.word(i).equals("already"))) {
            i--;
        }
        return i == last || SUBJECTS.contains(words.word(i)) || words.before(i + 1) == ',';
    }

    static boolean isLeft(Words words, int at) {
        String verb = words.word(at);
        String one = Clause.after(words, at, 1);
        String two = Clause.after(words, at, 2);
        if (LEAVES.contains(verb)) {
            return one.isEmpty()
                    || AFTER_LEAVES.contains(one)
                    || (LEFT_ONES.contains(one) && (two.isEmpty() || two.equals("alone") || two.equals("to")))
                    || (DETERMINERS.contains(one)
                            && (ROOMS.contains(two) || ROOMS.contains(Clause.after(words, at, 3))));
        }
        if (VANISHES.contains(verb)) {
            return one.isEmpty() || VANISHING_TO.contains(one);
        }
        if (WALKS.contains(verb)) {
            return (one.isEmpty() && (verb.equals("goes") || verb.equals("went"))) || isAway(words, at, one, two);
        }
        if (BEING.contains(verb) && isGone(words, at, one, two)) {
            return true;
        }
        if (verb.equals("gone")) {
            return one.isEmpty() && words.gap(at) == Words.Gap.HARD;
        }
        if (CLOSES.contains(verb)) {
            return says(words, at, OUTSIDE);
        }
        if (GERMAN.contains(verb)) {
            return says(words, at, GERMAN_AWAY);
        }
        boolean appears = APPEARS.contains(one) || (one.equals("из") && APPEARS_FROM.contains(two));
        return (FOREIGN.contains(verb) && !appears)
                || (verb.equals("verlasst") || verb.equals("verlie\u00DF") || verb.equals("verliess"))
                || ((verb.equals("va") || verb.equals("marcha"))
                        && words.word(at - 1).equals("se"))
                || (verb.equals("va") && words.word(at - 1).equals("en"));
    }

    static boolean isWalking(String word) {
        return WALKS.contains(word) || VANISHES.contains(word) || LEAVES.contains(word);
    }

    private static boolean isAway(Words words, int at, String one, String two) {
        String three = Clause.after(words, at, 3);
        return switch (one) {
            case "away", "home" -> true;
            case "off" -> !DETERMINERS.contains(two) || ROOMS.contains(three) || OPEN_PLACES.contains(three);
            case "out" ->
                two.isEmpty()
                        || two.equals("and")
                        || two.equals("without")
                        || (two.equals("the") && three.equals("door"))
                        || (two.equals("into") && INTO_THE_OPEN.contains(Clause.after(words, at, 4)))
                        || (two.equals("of")
                                && DETERMINERS.contains(three)
                                && ROOMS.contains(Clause.after(words, at, 4)));
            case "to" -> two.equals("bed");
            case "from" -> DETERMINERS.contains(two) && ROOMS.contains(three);
            case "upstairs", "outside" -> Clause.after(words, at, 2).isEmpty();
            default -> false;
        };
    }

    /** {@code grabs her keys, and is out the door} */
    private static boolean isGone(Words words, int at, String one, String two) {
        String door = Clause.after(words, at, two.equals("of") ? 4 : 3);
        return (one.equals("gone") && (two.isEmpty() || AFTER_GONE.contains(two)))
                || (one.equals("out") && (two.equals("the") || two.equals("of")) && WAYS_OUT.contains(door));
    }

    private static boolean says(Words words, int at, Set<String> wanted) {
        for (int k = 1; k <= 8; k++) {
            String word = Clause.after(words, at, k);
            if (word.isEmpty()) {
                return false;
            }
            if (wanted.contains(word)) {
                return true;
            }
        }
        return false;
    }
}

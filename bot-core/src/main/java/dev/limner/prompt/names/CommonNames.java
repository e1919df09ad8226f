package dev.limner.prompt.names;

import dev.limner.prompt.text.Language;
import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;
import java.util.Set;

/** Names that are also common words, and when a word like that reads as a name. */
public final class CommonNames {
    /** How much has to speak for a name. */
    enum Kind {
        /** No common word: any case will do. */
        NAME,
        /** A word of another language than English: capitalised, and no article before it. */
        FOREIGN,
        /** A word for a person or thing: capitalised inside a sentence, or at its start as subject, or addressed. */
        WORD,
        /** A word for a time, a force, a feeling: as a subject only of what people do. */
        ABSTRACT,
        /** A title that stands without its article where somebody is addressed. */
        TITLE
    }

    private static final Set<String> ARTICLES = NameWords.words("""
            the a an this that these those my your his her its our their every each some any no another one two three many \
            der die das den dem des ein eine einen einem einer le la les un une des el los las una o os as il lo gli i""");

    private static final Set<String> BEFORE_TIMES = NameWords.words(
            "in since until till of early late last next this every mid during by before after at on through");

    private static final Set<String> TIMES =
            NameWords.words("may april june august january dawn summer autumn winter spring night midnight"
                    + " noon dusk eve day friday sunday monday season");

    /** Two words before a time: {@code the hottest August}. */
    private static final Set<String> DESCRIBING = Set.of("the", "a", "an", "this", "that", "one");

    /** What times have: {@code August heat}. */
    private static final Set<String> OF_TIMES = NameWords.words("""
            heat sun sunshine sunlight night nights morning mornings evening evenings afternoon afternoons rain rains sky \
            skies light breeze air weather day days storm storms harvest moon frost snow dusk""");

    /** Articles or prepositions of Romance languages, in small letters before a name with a capital. */
    private static final Set<String> ROMANCE = Set.of("a", "o", "as", "os");

    /** What a clause begins with that says when or why, so that a verb stands before it. */
    private static final Set<String> CONJUNCTIONS =
            Set.of("until", "till", "while", "because", "when", "if", "unless", "so");

    private static final Set<String> PLACES = NameWords.words("""
            street road avenue lane inn tavern tower castle hall garden gardens square bridge hotel church cathedral park bay \
            harbor harbour river lake mountain gate gates house museum festival day wednesday thursday friday saturday sunday monday tuesday season city town village forest wood \
            valley island islands keep fort temple abbey academy school college university company order guild""");

    private static final Set<String> ROADS =
            NameWords.words("street road avenue lane inn tavern square bridge hotel boulevard station airport");

    private static final Set<String> THING = NameWords.words("""
            a an the this that these those every some his her my your their our its en ett ein eine einen einem un una une um \
            uma een""");

    private static final Set<String> AND = NameWords.words(
            "and n while then but as when so omg lol ok okay oh wait meanwhile suddenly now well until before after");

    private static final Set<String> STRENGTHENING = NameWords.words(
            "literally just even actually kinda legit slowly quickly quietly suddenly then still also totally basically");

    private static final Set<String> NOT = Set.of("not", "still", "already", "just", "now");

    private static final Set<String> INDEFINITE = NameWords.words("""
            ein eine einen einem einer eines kein keine keinen une un una uno uma en ett""");

    private static final Set<String> REPEATING =
            NameWords.words("by after upon on um fur nach an apres sur a por tras per su po za over");

    private static final Set<String> LANDMARKS = NameWords.words("mount mt lake fort saint port cape river castle");

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

    private CommonNames() {}

    static Kind kind(String folded) {
        if (NameWords.ABSTRACTS.contains(folded)) {
            return Kind.ABSTRACT;
        }
        if (NameWords.WORDS.contains(folded)) {
            return Kind.WORD;
        }
        return NameWords.FOREIGN.contains(folded) ? Kind.FOREIGN : Kind.NAME;
    }

    /** Whether the word at a place reads as a name there. */
    static boolean readsAsName(Kind kind, Words words, int at) {
        if (kind == Kind.NAME) {
            return true;
        }
        if (kind == Kind.TITLE) {
            return isAddressed(words, at) || (words.before(at) == ',' && words.after(at) == ',');
        }
        if (labels(words, at)) {
            return true;
        }
        boolean capital = words.is(at, Words.CAPITAL);
        String before = words.gap(at) == Words.Gap.HARD ? "" : words.word(at - 1);
        if ((ARTICLES.contains(before) && !isPreposition(kind, words, at, before))
                || isPlace(words, at, before)
                || isCounted(words, at)
                || isRepeated(words, at)) {
            return false;
        }
        if (!capital) {
            return kind != Kind.FOREIGN && inLowerCase(kind, words, at);
        }
        if (TIMES.contains(words.word(at)) && isTime(words, at, before)) {
            return false;
        }
        if (kind == Kind.FOREIGN || Language.isForeign(words)) {
            return !startsSentence(words, at) || Language.mayAct(words, at);
        }
        if (isAddressed(words, at)) {
            return true;
        }
        return startsSentence(words, at) ? isSubject(kind, words, at) : !shouted(words, at);
    }

    /** Of a name that is no common word: whether it is neither part of a place's name nor, in small letters, a thing. */
    static boolean isNoPlaceNorThing(Words words, int at) {
        boolean joined = at > 0 && words.gap(at) != Words.Gap.HARD;
        if (words.is(at, Words.CAPITAL)) {
            return !(at + 1 < words.size()
                    && words.gap(at + 1) == Words.Gap.SOFT
                    && words.is(at + 1, Words.CAPITAL)
                    && ROADS.contains(words.word(at + 1)));
        }
        return !joined || !THING.contains(words.word(at - 1));
    }

    /** Chat in small letters throughout: as the subject of a verb, or called by name. */
    private static boolean inLowerCase(Kind kind, Words words, int at) {
        boolean called = words.before(at) == ',' && ("!?".indexOf(words.after(at)) >= 0);
        boolean starts = startsSentence(words, at) || AND.contains(words.word(at - 1));
        int verb = at;
        while (STRENGTHENING.contains(following(words, verb))) {
            verb++;
        }
        String does = following(words, verb);
        boolean is = does.equals("is") || does.equals("was");
        boolean doing = is
                && (following(words, verb + 1).endsWith("ing")
                        || (NOT.contains(following(words, verb + 1))
                                && following(words, verb + 2).endsWith("ing")));
        boolean subject = starts && (doing || Verbs.isDoneByPeople(does) || actsOnOwn(words, verb, does));
        return called || (subject && !anyCapital(words));
    }

    private static boolean anyCapital(Words words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.is(i, Words.CAPITAL)
                    && !words.is(i, Words.ALL_CAPITALS)
                    && !words.word(i).equals("i")) {
                return true;
            }
        }
        return false;
    }

    /** Who speaks in a script: {@code bianca: "where is your shoe"} */
    private static boolean labels(Words words, int at) {
        return words.after(at) == ':'
                && at + 1 < words.size()
                && startsSentence(words, at)
                && words.is(at + 1, Words.QUOTED);
    }

    /** In languages that write nouns with capitals or have names for nouns: {@code eine einzelne Rose} */
    private static boolean isCounted(Words words, int at) {
        return at > 1
                && words.gap(at) == Words.Gap.SOFT
                && words.gap(at - 1) == Words.Gap.SOFT
                && words.before(at) != ','
                && INDEFINITE.contains(words.word(at - 2))
                && !words.is(at - 1, Words.CAPITAL);
    }

    /** {@code Pierre après pierre}, {@code Stein um Stein} */
    private static boolean isRepeated(Words words, int at) {
        return isBetween(words, at, at + 2, at + 1) || isBetween(words, at, at - 2, at - 1);
    }

    private static boolean isBetween(Words words, int at, int same, int between) {
        return same >= 0
                && same < words.size()
                && words.word(same).equals(words.word(at))
                && REPEATING.contains(words.word(between));
    }

    private static boolean isPlace(Words words, int at, String before) {
        boolean next = at + 1 < words.size() && words.gap(at + 1) == Words.Gap.SOFT && words.is(at + 1, Words.CAPITAL);
        return (next && PLACES.contains(words.word(at + 1))) || LANDMARKS.contains(before);
    }

    private static boolean isTime(Words words, int at, String before) {
        String next = words.word(at + 1);
        boolean described = at > 1
                && words.gap(at) == Words.Gap.SOFT
                && words.gap(at - 1) == Words.Gap.SOFT
                && DESCRIBING.contains(words.word(at - 2))
                && !words.is(at - 1, Words.CAPITAL);
        return BEFORE_TIMES.contains(before)
                || described
                || OF_TIMES.contains(following(words, at))
                || (!next.isEmpty() && Character.isDigit(next.charAt(0)));
    }

    /** {@code el bajo a Luz}, {@code a Rosa deixou}: before a capital no article of things. */
    private static boolean isPreposition(Kind kind, Words words, int at, String before) {
        return words.is(at, Words.CAPITAL)
                && ROMANCE.contains(before)
                && (kind == Kind.FOREIGN || Language.isForeign(words));
    }

    /** {@code Rose, come}, {@code Rose!}, {@code come, Rose.} */
    private static boolean isAddressed(Words words, int at) {
        return isAddressed(words, at, at);
    }

    public static boolean isAddressed(Words words, int first, int last) {
        char after = words.after(last);
        boolean start = startsSentence(words, first);
        return (start && (after == ',' || after == '!' || after == '?'))
                || (!start && words.before(first) == ',' && ".!?".indexOf(after) >= 0);
    }

    private static boolean isSubject(Kind kind, Words words, int at) {
        String next = following(words, at);
        boolean with = next.equals("and") && at + 2 < words.size() && words.is(at + 2, Words.CAPITAL);
        if (with) {
            return true;
        }
        if (next.equals("s") && kind == Kind.WORD && words.gap(at + 1) == Words.Gap.SOFT) {
            return true;
        }
        return kind == Kind.ABSTRACT
                ? Verbs.isDoneByPeople(next) || actsOnOwn(words, at, next) || isDoing(words, at, next)
                : (Verbs.isThirdPerson(next) && !isCompound(words, at, next))
                        || isCopula(words, at, next)
                        || acts(words, at, next);
    }

    /** An unknown verb of the third person with what it acts on: {@code Hunter nocks an arrow}, {@code Rose didn't move}. */
    private static boolean acts(Words words, int at, String next) {
        String object = following(words, at + 1);
        if (next.equals("didn") || next.equals("doesn")) {
            return object.equals("t");
        }
        boolean past = next.length() > 4 && next.endsWith("ed");
        boolean present = next.length() > 3 && next.endsWith("s") && !next.endsWith("ss");
        return (past || present) && (AFTER_VERBS.contains(object) || CONJUNCTIONS.contains(object));
    }

    /** A noun after all, as in {@code Daisy chains hang}, since a verb of many follows. */
    private static boolean isCompound(Words words, int at, String next) {
        String verb = following(words, at + 1);
        return next.endsWith("s")
                && (Verbs.isBase(verb) || verb.equals("are") || verb.equals("were"))
                && !HELPING.contains(next);
    }

    /** Something of one's own, as in {@code Dawn rolls up her sleeves}; not what weather does. */
    private static boolean actsOnOwn(Words words, int at, String next) {
        String object = following(words, at + 1);
        object = PARTICLES.contains(object) ? following(words, at + 2) : object;
        boolean verb = next.endsWith("s") || next.endsWith("ed") || Verbs.isThirdPerson(next);
        return verb && OWN.contains(object) && (object.length() > 5 || !FORCES.contains(next));
    }

    /** {@code May is already halfway through telling June} */
    private static boolean isDoing(Words words, int at, String next) {
        if (!next.equals("is") && !next.equals("was")) {
            return false;
        }
        for (int i = at + 2; i <= at + 6 && i < words.size() && words.gap(i) == Words.Gap.SOFT; i++) {
            if (Verbs.isBeingDoneByPeople(words.word(i))) {
                return true;
            }
        }
        return false;
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

    private static String following(Words words, int at) {
        return at + 1 < words.size() && words.gap(at + 1) == Words.Gap.SOFT ? words.word(at + 1) : "";
    }

    private static boolean startsSentence(Words words, int at) {
        char before = words.before(at);
        return !Character.isLetterOrDigit(before) && ",;'\u2019-".indexOf(before) < 0;
    }

    /** Part of a sentence in capitals, where case tells nothing. */
    private static boolean shouted(Words words, int at) {
        return words.is(at, Words.ALL_CAPITALS)
                && ((at > 0
                                && words.is(at - 1, Words.ALL_CAPITALS)
                                && words.word(at - 1).length() > 1)
                        || (at + 1 < words.size()
                                && words.is(at + 1, Words.ALL_CAPITALS)
                                && words.word(at + 1).length() > 1));
    }
}

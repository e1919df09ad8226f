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

    /** Articles or prepositions of Romance languages, in small letters before a name with a capital. */
    private static final Set<String> ROMANCE = Set.of("a", "o", "as", "os");

    private static final Set<String> PLACES = NameWords.words("""
            street road avenue lane inn tavern tower castle hall garden gardens square bridge hotel church cathedral park bay \
            harbor harbour river lake mountain gate gates house museum festival day wednesday thursday friday saturday sunday monday tuesday season city town village forest wood \
            valley island islands keep fort temple abbey academy school college university company order guild""");

    private static final Set<String> ROADS =
            NameWords.words("street road avenue lane inn tavern square bridge hotel boulevard station airport");

    /** Of places; fewer of these are family names than of others. */
    private static final Set<String> LANDFORMS = NameWords.words("""
            ridge canyon crater valley glacier gulch creek falls basin plateau mountains cape colony outpost island islands""");

    /** That are called by somebody who once owned them. */
    private static final Set<String> OWNED_PLACES = NameWords.words("""
            gate rest end landing hollow point peak folly crossing pass reach edge haven cove watch market tavern inn bar diner \
            cafe hill ford keep island bay harbor harbour bridge square field wood court tower hall mill""");

    private static final Set<String> THING = NameWords.words("""
            a an the this that these those every some his her my your their our its en ett ein eine einen einem un una une um \
            uma een bir""");

    private static final Set<String> INDEFINITE = NameWords.words("""
            ein eine einen einem einer eines kein keine keinen une un una uno uma en ett""");

    private static final Set<String> REPEATING =
            NameWords.words("by after upon on um fur nach an apres sur a por tras per su po za over to till til");

    /** How those go on who have called somebody: {@code "Storm. Please."} */
    private static final Set<String> GOES_ON = NameWords.words(
            "please come stop look listen don you wait what why are get stay sit for here no run go put give take hold tell wake behind watch bitte komm por viens arrete ven prosze");

    private static final Set<String> BESIDE =
            NameWords.words("behind beside before above below near opposite around beneath across with to");

    private static final Set<String> LANDMARKS = NameWords.words("mount mt lake fort saint port cape river castle");

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
        if (SpeakerTags.isTag(words, at)) {
            return true;
        }
        boolean capital = words.is(at, Words.CAPITAL);
        String before = words.gap(at) == Words.Gap.SOFT ? words.word(at - 1) : "";
        boolean article = ARTICLES.contains(before) && !(before.equals("her") && isBesideHer(words, at));
        if ((article && !isPreposition(kind, words, at, before))
                || isPlace(words, at, before)
                || isCounted(words, at)
                || isRepeated(words, at)) {
            return false;
        }
        if (!capital) {
            return SmallLetters.readAsName(kind, words, at);
        }
        if (Times.isTime(words, at, before)) {
            return false;
        }
        if (kind == Kind.FOREIGN || Language.isForeign(words)) {
            return !startsSentence(words, at) || Language.mayAct(words, at);
        }
        if (isAddressed(words, at)) {
            return true;
        }
        if (startsSentence(words, at)) {
            return NameWords.CAPITALISED.contains(words.word(at)) || Subjects.isSubject(kind, words, at);
        }
        return !shouted(words, at);
    }

    /** Of a name that is no common word: whether it is neither part of a place's name nor, in small letters, a thing. */
    static boolean isNoPlaceNorThing(Words words, int at) {
        if (KoreanNature.isTold(words, at)) {
            return false;
        }
        boolean joined = at > 0 && words.gap(at) != Words.Gap.HARD;
        if (words.is(at, Words.CAPITAL)) {
            return !isOwnersPlace(words, at)
                    && !(at + 1 < words.size()
                            && words.gap(at + 1) == Words.Gap.SOFT
                            && words.is(at + 1, Words.CAPITAL)
                            && (ROADS.contains(words.word(at + 1)) || LANDFORMS.contains(words.word(at + 1))));
        }
        return !joined || (!THING.contains(words.word(at - 1)) && !isRepeated(words, at));
    }

    /** {@code Marrow's Gate} */
    private static boolean isOwnersPlace(Words words, int at) {
        return Subjects.following(words, at).equals("s")
                && OWNED_PLACES.contains(Subjects.following(words, at + 1))
                && words.is(at + 2, Words.CAPITAL)
                && !words.is(at + 2, Words.ALL_CAPITALS);
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

    /** {@code Behind her Violet rolls her eyes.} */
    private static boolean isBesideHer(Words words, int at) {
        return words.is(at, Words.CAPITAL)
                && at > 1
                && BESIDE.contains(words.word(at - 2))
                && Verbs.isThirdPerson(Subjects.following(words, at));
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
        boolean alone =
                start && after == '.' && words.is(first, Words.QUOTED) && GOES_ON.contains(words.word(last + 1));
        return alone
                || (start && (after == ',' || after == '!' || after == '?'))
                || (!start && words.before(first) == ',' && ".!?".indexOf(after) >= 0);
    }

    static boolean startsSentence(Words words, int at) {
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

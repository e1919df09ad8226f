package dev.limner.prompt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names that are also common words, and when a word like that reads as a name. */
final class CommonNames {
    /** How much has to speak for a name. */
    enum Kind {
        /** No common word: any case will do. */
        NAME,
        /** A word of another language than English: capitalised, and no article before it. */
        FOREIGN,
        /** A word for a person or thing: capitalised inside a sentence, or at its start as subject, or addressed. */
        WORD,
        /** A word for a time, a force, a feeling: as a subject only of what people do. */
        ABSTRACT
    }

    private static final Set<String> WORDS = words("""
            rose will mark jack art bill ash drake frank grant chase pierce reed hazel violet lily daisy angel hunter raven \
            robin jay jade ruby pearl amber ginger olive iris ivy fern basil sage rosemary heather holly willow clay cliff \
            dale glen heath lane lake brook brooks forest wood woods stone rock flint steel silver gold copper rusty sandy \
            penny nick rob pat sue gene drew wade dean duke earl baron prince king queen bishop pope abbot page paige knight \
            archer fisher miller smith taylor cook baker mason carter cooper porter potter walker rider ryder sawyer turner \
            fox wolf bear hawk falcon eagle crow wren phoenix lark finch swan dove cat kitty bunny tiger lion leo panther \
            cobra viper blade dagger arrow spear shield hammer axe gunner spike chip buddy buck bud dick rich happy sunny \
            bliss charm charity patience prudence constance temperance verity ace major sterling max miles rex roman rowan \
            rain snow frost ice blaze ember flame spark cinder smoke coal onyx opal crystal diamond gem ray beam star \
            stella shadow ghost wraith spirit phantom echo whisper song melody harmony lyric carol dot dolly doll barb \
            bob don guy hank harry herb jimmy john josh lance lee les lou matt mike norm pete peg polly ralph randy ron \
            rusty sally skip stew ted tom tony trip tuck van vic wally woody bell belle blue scarlet crimson gray grey \
            green brown black white red pink ebony ivory indigo teal cherry peach plum apple berry clover poppy lotus \
            magnolia marigold petal blossom bloom thorn bramble briar moss river rover scout ranger sailor soldier slate \
            story sonny victor christian faye fay may june april august""");

    private static final Set<String> ABSTRACTS = words("""
            hope faith grace joy mercy honor honour glory trinity destiny fate liberty justice serenity felicity chance \
            dawn summer autumn winter spring season sky storm night midnight day noon dusk eve twilight january may april \
            june august friday sunday monday rain snow ocean sea sun moon luck true truth haven chaos love light \
            darkness thunder lightning breeze wind tempest aurora eden paradise heaven world earth time freedom peace \
            valor valour pride wrath fury rage envy sorrow grief sin vice virtue genesis cosmos nova solstice""");

    private static final Set<String> FOREIGN = words("""
            wolf ernst kaiser engel stern sonne mond fleur claire pierre aurore marguerite blanche reine luz paz sol luna rosa \
            dolores mar cielo esperanza consuelo soledad estrella alba flor perla gracia lucha alma alba bella stella \
            wiosna zorza roza gwiazda jutro vera надежда вера любовь роза лилия слава лев роман майя заря мир светлана""");

    private static final Set<String> ARTICLES = words("""
            the a an this that these those my your his her its our their every each some any no another one two three many \
            der die das den dem des ein eine einen einem einer le la les un une des el los las una o os as il lo gli i""");

    private static final Set<String> BEFORE_TIMES =
            words("in since until till of early late last next this every mid during by before after at on through");

    private static final Set<String> TIMES =
            words("may april june august january dawn summer autumn winter spring night midnight"
                    + " noon dusk eve day friday sunday monday season");

    private static final Set<String> PLACES = words("""
            street road avenue lane inn tavern tower castle hall garden gardens square bridge hotel church cathedral park bay \
            harbor harbour river lake mountain gate gates house museum festival day season city town village forest wood \
            valley island islands keep fort temple abbey academy school college university company order guild""");

    private static final Set<String> LANDMARKS = words("mount mt lake fort saint port cape river castle");

    /** What follows a verb that acts on somebody or leads somewhere, and no noun of two words. */
    private static final Set<String> AFTER_VERBS = words("""
            a an the her his him them me us my your our their it this that these those off away down up out back over \
            around about toward towards""");

    private CommonNames() {}

    static Kind kind(String folded) {
        if (ABSTRACTS.contains(folded)) {
            return Kind.ABSTRACT;
        }
        if (WORDS.contains(folded)) {
            return Kind.WORD;
        }
        return FOREIGN.contains(folded) ? Kind.FOREIGN : Kind.NAME;
    }

    /** Whether the word at a place reads as a name there. */
    static boolean readsAsName(Kind kind, Words words, int at) {
        if (kind == Kind.NAME) {
            return true;
        }
        boolean capital = words.is(at, Words.CAPITAL);
        String before = words.gap(at) == Words.Gap.HARD ? "" : words.word(at - 1);
        if (ARTICLES.contains(before) || isPlace(words, at, before)) {
            return false;
        }
        if (!capital) {
            return kind != Kind.FOREIGN && inLowerCase(kind, words, at);
        }
        if (TIMES.contains(words.word(at)) && isTime(words, at, before)) {
            return false;
        }
        if (kind == Kind.FOREIGN || isAddressed(words, at)) {
            return true;
        }
        return startsSentence(words, at) ? isSubject(kind, words, at) : !shouted(words, at);
    }

    /** Chat in small letters throughout: as the subject of a verb, or called by name. */
    private static boolean inLowerCase(Kind kind, Words words, int at) {
        boolean called = words.before(at) == ',' && ("!?".indexOf(words.after(at)) >= 0);
        boolean subject = startsSentence(words, at) && Verbs.isDoneByPeople(following(words, at));
        return called || (subject && kind == Kind.WORD && !anyCapital(words));
    }

    private static boolean anyCapital(Words words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.is(i, Words.CAPITAL) && !words.word(i).equals("i")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlace(Words words, int at, String before) {
        boolean next = at + 1 < words.size() && words.gap(at + 1) == Words.Gap.SOFT && words.is(at + 1, Words.CAPITAL);
        return (next && PLACES.contains(words.word(at + 1))) || LANDMARKS.contains(before);
    }

    private static boolean isTime(Words words, int at, String before) {
        String next = words.word(at + 1);
        return BEFORE_TIMES.contains(before) || (!next.isEmpty() && Character.isDigit(next.charAt(0)));
    }

    /** {@code Rose, come}, {@code Rose!}, {@code come, Rose.} */
    private static boolean isAddressed(Words words, int at) {
        char after = words.after(at);
        boolean start = startsSentence(words, at);
        return (start && (after == ',' || after == '!' || after == '?'))
                || (!start && words.before(at) == ',' && ".!?".indexOf(after) >= 0);
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
                ? Verbs.isDoneByPeople(next)
                : Verbs.isThirdPerson(next) || isCopula(words, at, next) || acts(words, at, next);
    }

    /** An unknown verb of the third person with what it acts on: {@code Hunter nocks an arrow}, {@code Rose didn't move}. */
    private static boolean acts(Words words, int at, String next) {
        String object = following(words, at + 1);
        if (next.equals("didn") || next.equals("doesn")) {
            return object.equals("t");
        }
        boolean past = next.length() > 4 && next.endsWith("ed");
        boolean present = next.length() > 3 && next.endsWith("s") && !next.endsWith("ss");
        return (past || present) && AFTER_VERBS.contains(object);
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

    private static Set<String> words(String list) {
        return Arrays.stream(list.split("\\s+"))
                .map(w -> w.toLowerCase(Locale.ROOT))
                .map(Folding::fold)
                .collect(Collectors.toUnmodifiableSet());
    }
}

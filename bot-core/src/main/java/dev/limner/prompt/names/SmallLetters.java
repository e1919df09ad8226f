package dev.limner.prompt.names;

import dev.limner.prompt.text.Language;
import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;
import java.util.Set;

/** When a word that is a name as well reads as one without a capital, in chat that is written in small letters. */
final class SmallLetters {
    private static final Set<String> AND = NameWords.words(
            "and n while then but as when so omg lol ok okay oh wait meanwhile suddenly now well until before after");

    private static final Set<String> STRENGTHENING = NameWords.words(
            "literally just even actually kinda legit slowly quickly quietly suddenly then still also totally basically");

    private static final Set<String> NOT = Set.of("not", "still", "already", "just", "now");

    private static final Set<String> BEING = Set.of("is", "was", "s");

    /** How people are, and hardly a thing, a feeling or a time of the day. */
    private static final Set<String> STATES = NameWords.words("""
            stuck asleep awake drunk high halfway crying laughing pissed mad furious hungry starving tired exhausted bored \
            confused barefoot naked soaked terrified scared sweating shaking bleeding doubled bent sprawled slumped curled""");

    /** How those go on in speech who have called somebody. */
    private static final Set<String> TURNS = NameWords.words("""
            tell you u ur come get stop look listen dont don wait what where why how are do can could please no help hey give \
            take let im i we shut sit stay hurry run did if its it move go watch""");

    private static final Set<String> KEEPS = Set.of("keeps", "kept", "starts", "started");

    private static final Set<String> JOINS = Set.of("and", "n");

    /** What several people are or do, and hardly several things. */
    private static final Set<String> MANY = Set.of("r", "are", "were", "both", "keep", "have");

    /** What is done to persons alone. */
    private static final Set<String> MEETS = NameWords.words("""
            hugs hugged kisses kissed nudges nudged elbows elbowed tackles tackled tickles tickled pokes poked hushes hushed \
            shushes shushed tells told asks asked thanks thanked glomps glomped boops booped""");

    /** What follows such a name, and no noun of two words. */
    private static final Set<String> AFTER_PERSON = NameWords.words("""
            w with in on by back away to off from again so for until and n who as at over out the a her his their""");

    private SmallLetters() {}

    static boolean readAsName(CommonNames.Kind kind, Words words, int at) {
        if (kind == CommonNames.Kind.FOREIGN) {
            return NameWords.FOREIGN.contains(words.word(at)) && Language.isEnglish(words);
        }
        boolean ends = words.before(at) == ',' && ("!?".indexOf(words.after(at)) >= 0);
        boolean begins = words.is(at, Words.QUOTED)
                && words.after(at) == ','
                && CommonNames.startsSentence(words, at)
                && TURNS.contains(words.word(at + 1));
        boolean called = ends || begins;
        return called || ((isSubject(words, at) || isMet(words, at) || isPaired(words, at)) && !anyCapital(words));
    }

    /** {@code so dawn grabs the keys}, {@code mark is halfway out the window} */
    private static boolean isSubject(Words words, int at) {
        if (!CommonNames.startsSentence(words, at) && !AND.contains(words.word(at - 1))) {
            return false;
        }
        int verb = at;
        while (STRENGTHENING.contains(Subjects.following(words, verb))) {
            verb++;
        }
        String does = Subjects.following(words, verb);
        return (BEING.contains(does) && isState(words, verb + 1))
                || Verbs.isDoneByPeople(does)
                || (KEEPS.contains(does) && Subjects.following(words, verb + 1).endsWith("ing"))
                || Subjects.actsOnOwn(words, verb, does)
                || Handling.isTold(words, verb, does);
    }

    /** Whether a word tells how a person is. */
    static boolean isPersonState(String word) {
        return STATES.contains(word);
    }

    private static boolean isState(Words words, int being) {
        int at = NOT.contains(Subjects.following(words, being)) ? being + 1 : being;
        String state = Subjects.following(words, at);
        boolean possessed = words.word(being).equals("s");
        return STATES.contains(state)
                || (possessed ? Verbs.isBeingDoneByPeople(state) : state.length() > 4 && state.endsWith("ing"));
    }

    /** {@code rose and will r sharing a blanket} */
    private static boolean isPaired(Words words, int at) {
        return isPair(words, at) || isPair(words, at - 2);
    }

    private static boolean isPair(Words words, int first) {
        return first >= 0
                && JOINS.contains(words.word(first + 1))
                && Subjects.following(words, first).equals(words.word(first + 1))
                && MANY.contains(Subjects.following(words, first + 2))
                && (CommonNames.startsSentence(words, first) || AND.contains(words.word(first - 1)));
    }

    /** {@code star pokes luna w a stick} */
    private static boolean isMet(Words words, int at) {
        String next = Subjects.following(words, at);
        return at > 0
                && words.gap(at) == Words.Gap.SOFT
                && MEETS.contains(words.word(at - 1))
                && (next.isEmpty() || AFTER_PERSON.contains(next));
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
}

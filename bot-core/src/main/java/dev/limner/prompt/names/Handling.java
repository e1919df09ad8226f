package dev.limner.prompt.names;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;
import java.util.Set;

/**
 * What only people do with the things they hold and live among, so that whoever does it is a person though called as a
 * force or a feeling is: {@code Grace opens the door}, {@code Winter returns with two cups of tea}.
 */
final class Handling {
    /** So many words of one clause are looked at behind the verb. */
    private static final int REACH = 5;

    private static final Set<String> HANDLES = NameWords.words("""
            opens opened closes closed shuts shut gives gave takes took brings brought keeps kept has had holds held lights \
            lit lays laid sets pours poured drops dropped moves moved hides hid presses pressed lifts lifted""");

    private static final Set<String> COMES = NameWords.words("comes came returns returned walks walked");

    private static final Set<String> GOES = NameWords.words("goes went runs ran");

    private static final Set<String> BURSTS = NameWords.words("burst bursts breaks broke dissolves dissolved");

    private static final Set<String> OUTBURSTS = NameWords.words("tears laughter song giggles sobs laughing crying");

    private static final Set<String> STOPS = NameWords.words("stops stopped");

    private static final Set<String> STOPPED = NameWords.words("dead short at mid beside by in and to");

    private static final Set<String> WATERS = NameWords.words("waters watered");

    private static final Set<String> GIVEN = NameWords.words("the her his a their my our");

    private static final Set<String> HAS = NameWords.words("hadn hasn");

    private static final Set<String> ADVERBS = NameWords.words("already just never finally even yet really");

    private static final Set<String> NEGATED = NameWords.words("didn couldn wouldn doesn");

    private static final Set<String> MAY = NameWords.words("could would");

    private static final Set<String> THINGS = NameWords.words("""
            door doors gate window lid box book books letter lantern lamp candle torch key keys sword knife blade dagger bow \
            arrow cup cups mug tea coffee tray plate bag map bottle glass glasses bread coin coins coat cloak hat chair drawer \
            curtain curtains phone gun rifle rope shield hammer pan kettle umbrella basket bucket blanket ring wand staff \
            water wine ale beer whiskey whisky milk juice soup coffee phone keys pencil pen needle rag towel""");

    private static final Set<String> PLACES = NameWords.words("""
            door window table bed stairs kitchen bar desk gate bench counter sink stove cupboard bathroom""");

    private Handling() {}

    static boolean isTold(Words words, int at, String next) {
        if (HANDLES.contains(next)) {
            return named(words, at + 2, THINGS);
        }
        if (BURSTS.contains(next)) {
            return named(words, at + 2, OUTBURSTS);
        }
        if (STOPS.contains(next)) {
            return STOPPED.contains(Subjects.following(words, at + 1))
                    && !Subjects.following(words, at + 2).equals("last");
        }
        if (GOES.contains(next)) {
            return Subjects.following(words, at + 1).equals("to") && named(words, at + 3, PLACES);
        }
        if (COMES.contains(next)) {
            int with = Subjects.following(words, at + 1).equals("with") ? at + 2 : at + 3;
            return Subjects.following(words, with - 1).equals("with") && named(words, with + 1, THINGS);
        }
        if (WATERS.contains(next)) {
            return GIVEN.contains(Subjects.following(words, at + 1));
        }
        if (HAS.contains(next)) {
            int not = Subjects.following(words, at + 1).equals("t") ? at + 1 : at;
            int done = ADVERBS.contains(Subjects.following(words, not + 1)) ? not + 2 : not + 1;
            return Verbs.isDoneByPeople(Subjects.following(words, done));
        }
        boolean negated =
                NEGATED.contains(next) && Subjects.following(words, at + 1).equals("t");
        int verb = negated ? at + 3 : at + 2;
        return (negated || MAY.contains(next)) && Verbs.isDoneByPeople(Subjects.following(words, verb - 1) + "s");
    }

    /** Whether a word is of things that people hold and keep. */
    static boolean isThing(String word) {
        return THINGS.contains(word);
    }

    private static boolean named(Words words, int from, Set<String> nouns) {
        for (int i = from; i < from + REACH && i < words.size() && words.gap(i) == Words.Gap.SOFT; i++) {
            if (nouns.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }
}

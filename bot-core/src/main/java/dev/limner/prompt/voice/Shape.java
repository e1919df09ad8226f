package dev.limner.prompt.voice;

import static dev.limner.prompt.text.NameWords.words;

import dev.limner.prompt.text.Script;
import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;
import java.util.Set;

/** What the beginning of a sentence lets expect of its subject; told by its shape, as no list holds all verbs. */
enum Shape {
    /** It has a subject, or needs none. */
    WHOLE,
    /** Its speaker is the subject, in other words than by name: {@code You run}, {@code ready to strike}. */
    SELF,
    /** It begins with what somebody does: {@code kneels in the mud}, {@code then runs}. */
    DOES,
    /** {@code looking up}. */
    DOING;

    private static final Set<String> YOU = words("you du tu vous usted voce jij ty вы ты");

    /** Of a third person; whom they mean, the text before tells. */
    private static final Set<String> THEY = words("""
            she he they her his their er sie ihr ihre sein seine elle elles ils ella ellos ellas lui lei ele ela eles elas \
            hij zij hon han hun ona on oni он она они""");

    private static final Set<String> SUBJECTS = words("""
            the a an it it's there this that these those some all no every each both one nobody nothing something someone \
            somebody everything everyone what who der die das den dem ein eine einen es dies dieser diese le la les l un une \
            des il ce c cette el los las una unos lo gli i uno o os as um uma uns de het een det ett en ten ta to bir это то""");

    private static final Set<String> PLACES = words("""
            in on at under over behind beyond above below beneath beside between among amid outside inside through across \
            near around along by from after before during while when as if where with without for despite im am auf unter \
            hinter neben vor nach aus bei dans sur sous en sobre bajo nel sul no na w pod nad за на в под над""");

    private static final Set<String> BESIDE = words("""
            then now finally suddenly still just again also quickly once soon next instead almost even only and but so \
            almost never always dann nun jetzt und puis et alors entonces luego y poi e depois dan en sedan och potem i \
            потом и""");

    private static final Set<String> NO_VERBS = words("""
            his hers its this yes always perhaps as is was us across besides sometimes towards afterwards thus others \
            footsteps eyes hands always ours yours theirs series news nowadays upstairs downstairs whereas indoors outdoors \
            perhaps backwards forwards mess loss glass grass less cross pass""");

    private static final Set<String> NO_DOING = words("""
            nothing something anything everything morning evening king ring string spring wing during ceiling building \
            lightning darling clothing railing wedding viking sibling""");

    /** What often follows a verb, and seldom the noun that one begins a sentence with. */
    private static final Set<String> AFTER_VERB = words("""
            the a an his her their its my your this that up down away back forward over out off on in into onto at to from \
            with around through across towards toward for by him them himself herself themselves it and under behind \
            upwards downwards upward downward forwards backwards home aside inside outside here there""");

    /** After a plural it is a place, after a verb of no list a way. */
    private static final Set<String> WHERE = words("""
            in on at under over behind beyond above below beneath beside between among inside outside through across near \
            around along by from down up against upon off with into onto to toward towards""");

    /** Plurals of what there is, though people do so too. */
    private static final Set<String> PLURALS = words("""
            guards screams lights shouts whispers cries stars waves shadows torches lamps candles arrows stairs flames \
            cheers howls drums clouds rains winds dogs horses guests shots""");

    private static final Set<String> THERE_IS =
            words("silence darkness rain thunder lightning wind snow fog mist smoke night dawn dusk nothing");

    static Shape of(Words words, boolean acted) {
        if (words.size() == 0) {
            return WHOLE;
        }
        if (words.is(0, Words.UNSPACED)) {
            return unspaced(words, acted);
        }
        int verb = 0;
        while (verb + 1 < words.size() && verb < 3 && isBeside(words.word(verb))) {
            verb++;
        }
        String word = words.word(verb);
        if (YOU.contains(word)) {
            return SELF;
        }
        boolean fragment = acted || !words.is(0, Words.CAPITAL);
        if (SUBJECTS.contains(word) || THEY.contains(word)) {
            return WHOLE;
        }
        if (PLACES.contains(word)) {
            return acted ? SELF : WHOLE;
        }
        return fragment ? fragment(words, verb, acted) : whole(words, verb);
    }

    private static Shape fragment(Words words, int verb, boolean acted) {
        String word = words.word(verb);
        String next = words.word(verb + 1);
        if (isPlural(words, verb) && !(acted && Verbs.isThirdPerson(word))) {
            return acted ? SELF : WHOLE;
        }
        if (THERE_IS.contains(word) && (next.isEmpty() || words.gap(verb + 1) != Words.Gap.SOFT)) {
            return WHOLE;
        }
        if (mayBeDone(word)) {
            boolean goesOn = next.isEmpty()
                    || AFTER_VERB.contains(next)
                    || isBeside(next)
                    || words.gap(verb + 1) == Words.Gap.HARD
                    || words.is(verb + 1, Words.CAPITAL);
            return goesOn ? DOES : SELF;
        }
        if (isDoing(word)) {
            return verb == 0 ? DOING : SELF;
        }
        return !acted || Verbs.isThirdPerson(next) ? WHOLE : SELF;
    }

    /** Of one that begins with a capital, as a sentence with a subject does. */
    private static Shape whole(Words words, int verb) {
        String word = words.word(verb);
        String next = words.word(verb + 1);
        if (next.isEmpty()) {
            return Verbs.isThirdPerson(word) && !Verbs.isBase(word) ? DOES : WHOLE;
        }
        boolean goesOn = !words.is(verb + 1, Words.CAPITAL) && (AFTER_VERB.contains(next) || isBeside(next));
        if (!goesOn
                || isPlural(words, verb)
                || !(mayBeDone(word) || isDoing(word))
                || words.is(verb, Words.ALL_CAPITALS)) {
            return WHOLE;
        }
        return Verbs.isThirdPerson(word) ? DOES : SELF;
    }

    /** Japanese marks subject and theme; in Chinese a sentence has mostly either. */
    private static Shape unspaced(Words words, boolean acted) {
        String text = words.folded().toString();
        boolean kana = text.codePoints().anyMatch(c -> Script.isHiragana(c) || Script.isKatakana(c));
        if (kana) {
            return text.indexOf('\u306F') >= 0 || text.indexOf('\u304C') >= 0 ? WHOLE : SELF;
        }
        return acted ? SELF : WHOLE;
    }

    /** What there is somewhere: a noun, or what no list has as a verb, before a place. */
    private static boolean isPlural(Words words, int at) {
        String word = words.word(at);
        boolean noun = PLURALS.contains(word) || (mayBeDone(word) && !Verbs.isThirdPerson(word));
        return noun && WHERE.contains(words.word(at + 1));
    }

    private static boolean isBeside(String word) {
        return BESIDE.contains(word) || (word.length() > 4 && word.endsWith("ly"));
    }

    private static boolean mayBeDone(String word) {
        return Verbs.isThirdPerson(word)
                || (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !NO_VERBS.contains(word));
    }

    private static boolean isDoing(String word) {
        return word.length() > 4 && word.endsWith("ing") && !NO_DOING.contains(word);
    }
}

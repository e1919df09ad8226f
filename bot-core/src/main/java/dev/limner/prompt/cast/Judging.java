package dev.limner.prompt.cast;

import dev.limner.prompt.names.CommonNames;
import dev.limner.prompt.names.NameFinder;
import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Titles;
import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;
import java.util.Set;

/** Weighs what a text tells of each person that it names. */
final class Judging {
    private static final String ENDS_TAG = ",?!\u2026-\u2014\u2013\u3001\uFF0C\uFF01\uFF1F";

    private static final String ENDS_SENTENCE = ".\u3002";

    /** How those go on who answer with a name, and do not call: {@code Tobin. He taught me.} */
    private static final Set<String> PERSONS = NameWords.words("""
            he she they his her it er sie il elle ils el ella ele ela lui lei egli on ona on он она его ее o han hon""");

    private static final Set<String> ACTORS = Set.of("he", "she", "they");

    private static final Set<String> THEM = Set.of("he", "she", "him", "himself", "herself");

    /** In words, as far as the next is looked at. */
    private static final int LONGEST_SENTENCE = 24;

    /** In words. */
    private static final int LONGEST_CLOSING = 8;

    private static final Set<String> CLOSINGS = NameWords.words("""
            yours sincerely faithfully respectfully love regards dein deine ihr ihre herzlich herzliche tuyo tuya atentamente \
            cordialement affectueusement twoj twoja твой твоя ваш ваша""");

    private Judging() {}

    static Evidence of(NameFinder.Named named) {
        Words words = named.words();
        int first = named.first();
        int last = named.last();
        if (words.is(first, Words.UNSPACED)) {
            return unspaced(named);
        }
        if (words.is(first, Words.QUOTED) && !isSpeaker(words, first)) {
            boolean near = (calls(words, first, last) && !SpokenTo.isThing(words, first))
                    || (Phrases.presents(words, first, last)
                            && !Pictured.speaksOfImage(words, words.size())
                            && !ClauseCues.speaksOfMachine(words));
            return near
                            && !Unanswered.isTold(words, last)
                            && Phrases.tell(words, first, last) != Evidence.AWAY
                            && !ClauseCues.speaksByMachine(words)
                    ? Evidence.THERE
                    : Evidence.SPOKEN_OF;
        }
        Evidence told = Phrases.tell(words, first, last);
        if (told == Evidence.THERE) {
            return told;
        }
        boolean away = told == Evidence.AWAY
                || ClauseCues.tellAbsence(words, first, last)
                || KoreanAbsence.isTold(words, last)
                || Elsewhere.isTold(words, first, last)
                || GoneSince.isTold(words, last)
                || Relayed.isTold(words, first, last)
                || Pictured.isTold(words, last)
                || Pictured.isDescribed(words, first, last)
                || Pictured.isDated(words, last);
        if (away && !actsAfterAside(words, last)) {
            return Evidence.AWAY;
        }
        if (told == Evidence.SPOKEN_OF && !goesOn(words, first, last)) {
            return told;
        }
        return told == Evidence.LEAVES || Leaving.isTold(words, first, last) ? Evidence.LEAVES : Evidence.THERE;
    }

    private static Evidence unspaced(NameFinder.Named named) {
        Words words = named.words();
        CharSequence text = words.folded();
        int run = words.start(named.first());
        int end = words.end(named.first());
        Evidence told = UnspacedAbsence.tell(text, run, named.start(), named.end(), end);
        if (told == Evidence.AWAY) {
            return told;
        }
        if (!words.is(named.first(), Words.QUOTED)) {
            return told == null ? Evidence.THERE : told;
        }
        boolean called = UnspacedAbsence.mayBeCalled(text, run, named.start(), named.end(), end)
                && calls(words, named.first(), named.last());
        return called ? Evidence.THERE : Evidence.SPOKEN_OF;
    }

    /** In speech: somebody called by name, between signs. */
    private static boolean calls(Words words, int first, int last) {
        if (signs(words, first)) {
            return false;
        }
        if (CommonNames.isAddressed(words, first, last)) {
            return true;
        }
        char before = words.before(first);
        char after = words.after(last);
        if (ENDS_SENTENCE.indexOf(after) >= 0
                && ClauseCues.startsSentence(words, first)
                && !Titles.isTitle(words.word(first - 1))) {
            return !PERSONS.contains(words.word(last + 1));
        }
        boolean opens = !Character.isLetterOrDigit(before) || words.gap(first) == Words.Gap.HARD;
        return opens && "-'\u2019".indexOf(before) < 0 && ENDS_TAG.indexOf(after) >= 0;
    }

    /** {@code Mira's diary is a mess. She shuts it.}: whose thing a sentence begins with goes on as a person. */
    private static boolean goesOn(Words words, int first, int last) {
        if (!ClauseCues.startsSentence(words, first)) {
            return false;
        }
        int end = Math.min(words.size(), last + LONGEST_SENTENCE);
        for (int i = last + 1; i < end; i++) {
            if (ClauseCues.startsSentence(words, i)) {
                return ACTORS.contains(words.word(i));
            }
            boolean ended = i + 1 >= words.size() || words.gap(i + 1) != Words.Gap.SOFT;
            if (THEM.contains(words.word(i)) || (ended && words.word(i).equals("her"))) {
                return true;
            }
        }
        return false;
    }

    /** Who ends a letter: {@code Yours across the ocean, Rhys.} */
    private static boolean signs(Words words, int first) {
        if (words.before(first) != ',') {
            return false;
        }
        int start = first;
        while (start > 0 && first - start < LONGEST_CLOSING && !ClauseCues.startsSentence(words, start)) {
            start--;
        }
        return CLOSINGS.contains(words.word(start));
    }

    /** Where speech begins with a dash and ends without a sign: {@code — Who is there? whispers Léonie.} */
    private static boolean isSpeaker(Words words, int first) {
        int verb = first - 1;
        return verb > 0
                && words.gap(first) == Words.Gap.SOFT
                && !words.is(verb, Words.CAPITAL)
                && ",?!\u2026".indexOf(words.before(verb)) >= 0
                && words.is(first, Words.DASHED);
    }

    /** {@code Tobin, dead these ten years, drifts through the wall.} */
    private static boolean actsAfterAside(Words words, int last) {
        if (words.after(last) != ',') {
            return false;
        }
        int end = Math.min(words.size(), last + 14);
        for (int i = last + 2; i < end && !ClauseCues.startsSentence(words, i); i++) {
            if (words.before(i) == ','
                    && Verbs.isThirdPerson(words.word(i))
                    && !words.word(i).equals("never")) {
                return true;
            }
        }
        return false;
    }
}

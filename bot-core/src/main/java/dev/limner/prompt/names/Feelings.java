package dev.limner.prompt.names;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Words;
import java.util.Set;

/**
 * Verbs that weather and light do as well as people, but feelings and virtues hardly: with one of them {@code Grace} is a
 * person, and {@code Rain} need not be.
 */
final class Feelings {
    private static final Set<String> FEELINGS = NameWords.words("""
            hope faith grace joy mercy honor honour glory trinity destiny fate liberty justice serenity felicity chance truth \
            haven freedom valor valour virtue harmony melody misery mystery victory karma genesis eden aurora nova \
            charity patience prudence temperance bliss""");

    private static final Set<String> DOES = NameWords.words("""
            waits waited moves moved opens opened closes closed taps tapped drums drummed peeks peeked presses pressed wraps \
            wrapped hides hid follows followed touches touched rides rode spins spun curls curled drapes draped licks licked \
            rolls rolled crawls crawled climbs climbed slides slid whispers whispered rings rang hammers hammered paints \
            painted races raced dances danced drops dropped stays stayed howls howled freezes froze stops stopped waters \
            leaps leapt runs ran covers covered brushes brushed bites bit""");

    /** What a feeling does such things in. */
    private static final Set<String> WITHIN = NameWords.words("through in inside within into across like away off");

    private Feelings() {}

    static boolean isPerson(Words words, int at, String next) {
        return DOES.contains(next)
                && FEELINGS.contains(words.word(at))
                && !WITHIN.contains(Subjects.following(words, at + 1));
    }
}

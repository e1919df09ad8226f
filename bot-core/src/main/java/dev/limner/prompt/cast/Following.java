package dev.limner.prompt.cast;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Words;
import java.util.Set;

/** Whether a text goes after somebody who has walked away, so that the scene goes with them. */
final class Following {
    private static final Set<String> FOLLOWS = NameWords.words("""
            follow follows followed following chase chases chased pursue pursues pursued trails trailed tails tailed \
            folgt folgte идет бежит догоняет rusza biegnie""");

    /** Where words of persons stand before the verb; without one it says that somebody goes on. */
    private static final Set<String> FOLLOWS_THEM = NameWords.words("suit suivit sigue siguio segue seguiu");

    private static final Set<String> THEM = NameWords.words("le la les lo los l li o a");

    private static final Set<String> PERSONS = NameWords.words("him her them");

    private static final int REACH = 5;

    private static final Set<String> GOES = NameWords.words("""
            come comes came go going gone walk walking run running keep keeps kept tag tags tagged step steps stepped trot trots \
            trotted hop hops hopped scramble scrambles scrambled pad pads padded climb climbs climbed splash splashes splashed \
            hurry hurrying ride riding plod plods plodded out right straight close""");

    private Following() {}

    static boolean isTold(String text) {
        Words words = Words.of(text);
        for (int i = 0; i < words.size(); i++) {
            boolean follows = FOLLOWS.contains(words.word(i))
                    || (FOLLOWS_THEM.contains(words.word(i)) && THEM.contains(words.word(i - 1)));
            if (follows) {
                return true;
            }
            boolean after = words.word(i).equals("after")
                    || words.word(i).equals("with")
                    || words.word(i).equals("beside");
            if (after && PERSONS.contains(words.word(i + 1)) && isWalking(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code goes with her}, and not {@code sits down beside her} */
    private static boolean isWalking(Words words, int at) {
        for (int i = at - 1; i >= 0 && i >= at - REACH && !ClauseCues.startsSentence(words, i + 1); i--) {
            if (Leaving.isWalking(words.word(i)) || GOES.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }
}

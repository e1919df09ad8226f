package dev.limner.prompt.cast;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Words;
import java.util.Set;

/** Whether a sentence says that somebody looks out of a picture: {@code Lena smiles up out of the photograph}. */
final class Pictured {
    /** Words between what somebody does and the picture. */
    private static final int REACH = 6;

    private static final Set<String> SHOWS = NameWords.words("""
            smiles smiled grins grinned beams beamed stares stared looks looked gazes gazed peers peered scowls scowled \
            glares glared frowns frowned laughs laughed waves waved""");

    private static final Set<String> IMAGES = NameWords.words("""
            photo photos photograph photographs picture pictures portrait portraits painting paintings poster posters snapshot \
            polaroid postcard locket canvas mural frame fresco tapestry newspaper""");

    private static final Set<String> DETERMINERS = NameWords.words("the a that this its his her their old faded torn");

    private Pictured() {}

    static boolean isTold(Words words, int last) {
        if (!SHOWS.contains(Clause.after(words, last, 1))) {
            return false;
        }
        for (int k = 2; k <= REACH; k++) {
            String word = Clause.after(words, last, k);
            boolean outOf =
                    word.equals("of") && Clause.after(words, last, k - 1).equals("out");
            boolean from = word.equals("from") && !looksUp(words, last, k);
            if (outOf || from) {
                return isImage(words, last, k + 1, outOf);
            }
        }
        return false;
    }

    /** Who looks up from a photograph holds it. */
    private static boolean looksUp(Words words, int last, int from) {
        return Clause.after(words, last, from - 1).equals("up")
                && Clause.after(words, last, 1).startsWith("look");
    }

    private static boolean isImage(Words words, int last, int at, boolean outOf) {
        int k = at;
        while (k < at + 3 && DETERMINERS.contains(Clause.after(words, last, k))) {
            k++;
        }
        String thing = Clause.after(words, last, k);
        return IMAGES.contains(thing) || (outOf && thing.equals("it") && speaksOfImage(words, last));
    }

    private static boolean speaksOfImage(Words words, int before) {
        for (int i = 0; i < before; i++) {
            if (IMAGES.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }
}

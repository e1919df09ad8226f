package dev.limner.prompt.cast;

import dev.limner.prompt.text.NameWords;
import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a sentence says that somebody looks out of a picture: {@code Lena smiles up out of the photograph}. */
final class Pictured {
    /** Words between what somebody does and the picture. */
    private static final int REACH = 6;

    private static final Set<String> SHOWS = NameWords.words("""
            smiles smiled grins grinned beams beamed stares stared looks looked gazes gazed peers peered scowls scowled \
            glares glared frowns frowned laughs laughed waves waved""");

    private static final Set<String> IMAGES = NameWords.words("""
            photo photos photograph photographs picture pictures portrait portraits painting paintings poster posters snapshot \
            polaroid postcard locket canvas mural frame fresco tapestry newspaper bust statue sketch drawing coin penny stamp tabloid marble \
            foto fotos fotografia bild gemalde portrat statue marmor munze tableau peinture photographie cuadro retrato pintura \
            quadro ritratto dipinto obraz portret zdjecie картина портрет фото фотография tablo fotograf tavla fotografi""");

    private static final Set<String> DETERMINERS = NameWords.words("the a that this its his her their old faded torn");

    /** Words of a sentence that are looked at. */
    private static final int SENTENCE = 24;

    private static final Set<String> MATERIALS =
            NameWords.words("oil oils paint marble bronze stone plaster watercolour watercolor charcoal pastel sepia");

    private static final Set<String> INDEFINITE = NameWords.words("a an une un eine ein una um uma en ett");

    private static final Set<String> RELATIVE = NameWords.words("who whoever whom which that where qui que che quien");

    /** What a title under a picture goes on with. */
    private static final Set<String> POSES = NameWords.words("""
            with in at on by beside holding squinting smiling laughing wearing standing sitting grinning au en dans a sur avec \
            mit im am auf in con junto com no na z w на в с""");

    private static final Pattern YEAR = Pattern.compile("1[0-9]{3}|20[0-4][0-9]");

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
            if (from && isPainted(words, last + k)) {
                return true;
            }
            if (outOf || from) {
                return isImage(words, last, k + 1, outOf);
            }
        }
        return false;
    }

    /** {@code looks down at us from over the mantel, eight feet tall in oils} */
    private static boolean isPainted(Words words, int from) {
        for (int i = from + 1; i < words.size() && i < from + SENTENCE && !ClauseCues.startsSentence(words, i); i++) {
            if (words.word(i - 1).equals("in") && MATERIALS.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** {@code There is a photograph. Lena with her feet on the dash.} */
    static boolean isDescribed(Words words, int first, int last) {
        boolean joined = last + 1 < words.size() && words.gap(last + 1) == Words.Gap.SOFT;
        boolean bare = joined ? POSES.contains(words.word(last + 1)) : words.after(last) == ',';
        if (first == 0 || !bare || !ClauseCues.startsSentence(words, first) || words.is(first - 1, Words.QUOTED)) {
            return false;
        }
        for (int i = last + 1; i < words.size() && !ClauseCues.startsSentence(words, i); i++) {
            if (RELATIVE.contains(words.word(i))) {
                break;
            }
            if (Verbs.isThirdPerson(words.word(i))) {
                return false;
            }
        }
        for (int i = first - 1; i > 0 && i > first - SENTENCE && !ClauseCues.startsSentence(words, i); i--) {
            if (IMAGES.contains(words.word(i)) && isNew(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code Lena Holt, 1916}: on a stone, a list, the back of a photograph. */
    static boolean isDated(Words words, int last) {
        int end = last + 1 < words.size() && words.gap(last + 1) == Words.Gap.SOFT && words.is(last + 1, Words.CAPITAL)
                ? last + 1
                : last;
        return words.after(end) == ',' && YEAR.matcher(words.word(end + 1)).matches();
    }

    private static boolean isNew(Words words, int image) {
        return INDEFINITE.contains(words.word(image - 1)) || (image > 1 && INDEFINITE.contains(words.word(image - 2)));
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

    static boolean speaksOfImage(Words words, int before) {
        for (int i = 0; i < before; i++) {
            if (IMAGES.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }
}

package dev.limner.prompt.cast;

import dev.limner.prompt.text.Verbs;
import dev.limner.prompt.text.Words;

/** Whether somebody's own post, which need not name them, ends with their walking away: {@code *grabs the box and is gone*} */
final class Departing {
    /** Characters of a post's end that are read. */
    private static final int END = 240;

    private Departing() {}

    static boolean endsIn(String text) {
        Words words = Words.of(text.substring(Math.max(0, text.length() - END)));
        int end = words.size();
        while (end > 0 && words.is(end - 1, Words.QUOTED)) {
            end--;
        }
        int start = start(words, end);
        if (start > 0 && !isUnnamed(words.word(start)) && !words.is(start - 1, Words.QUOTED)) {
            end = start;
            start = start(words, end);
        }
        return start >= 0 && isUnnamed(words.word(start)) && isLeftIn(words, start, end);
    }

    /** Where the sentence begins that ends before a word; negative where there is none. */
    private static int start(Words words, int end) {
        int start = end - 1;
        while (start > 0 && !words.is(start - 1, Words.QUOTED) && !ClauseCues.startsSentence(words, start)) {
            start--;
        }
        return start;
    }

    private static boolean isLeftIn(Words words, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Leaving.isLeft(words, i) && Leaving.isOwn(words, i, start - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnnamed(String word) {
        return word.equals("he") || word.equals("she") || Verbs.isThirdPerson(word) || Leaving.isWalking(word);
    }
}

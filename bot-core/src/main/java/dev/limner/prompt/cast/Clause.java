package dev.limner.prompt.cast;

import dev.limner.prompt.text.Words;

/** The words beside one, as far as its clause goes. */
final class Clause {
    private Clause() {}

    /** So many words behind one; empty behind the clause's end. */
    static String after(Words words, int at, int steps) {
        for (int i = at + 1; i <= at + steps; i++) {
            if (i >= words.size() || words.gap(i) != Words.Gap.SOFT || words.before(i) == ',') {
                return "";
            }
        }
        return words.word(at + steps);
    }

    /** So many words before one; empty before the clause's beginning. */
    static String before(Words words, int at, int steps) {
        for (int i = at; i > at - steps; i--) {
            if (i <= 0 || words.gap(i) != Words.Gap.SOFT || words.before(i) == ',') {
                return "";
            }
        }
        return words.word(at - steps);
    }
}

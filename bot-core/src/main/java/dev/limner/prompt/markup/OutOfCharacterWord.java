package dev.limner.prompt.markup;

/** The word by which players announce that they speak for themselves. */
final class OutOfCharacterWord {
    private OutOfCharacterWord() {}

    /** The end of the word {@code OOC} that begins at a place, or -1. */
    static int end(String text, int at) {
        int i = at;
        while (i < text.length() && "*_~: ".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        int end = letters(text, i, "ooc");
        if (end < 0) {
            end = letters(text, i, "o.o.c");
        }
        if (end < 0) {
            end = letters(text, i, "out of character");
        }
        if (end < 0) {
            end = letters(text, i, "out-of-character");
        }
        return end >= 0 && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end))) ? end : -1;
    }

    private static int letters(String text, int at, String word) {
        if (at + word.length() > text.length()) {
            return -1;
        }
        for (int i = 0; i < word.length(); i++) {
            if (Character.toLowerCase(Narrow.of(text.charAt(at + i))) != word.charAt(i)) {
                return -1;
            }
        }
        return at + word.length();
    }
}

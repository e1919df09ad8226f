package dev.limner.prompt;

/** Lines that part scenes, such as {@code ***}, {@code ---}, {@code * * *}, {@code ~*~}. */
final class SceneBreaks {
    private static final String SIGNS =
            "*-~_=#\u2022\u00B7\u25C7\u25C6\u2606\u2605\u2500\u2501\u2014\u2013\u203B+\u2217\u2726\u2727\u2766\u2767";
    private static final String ALONE = "\u2042";

    private SceneBreaks() {}

    static boolean isBreak(String text, int from, int end) {
        int signs = 0;
        char first = 0;
        char second = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                continue;
            }
            if (ALONE.indexOf(c) >= 0) {
                signs += 3;
                continue;
            }
            if (SIGNS.indexOf(c) < 0) {
                return false;
            }
            signs++;
            if (first == 0 || c == first) {
                first = c;
            } else if (second == 0 || c == second) {
                second = c;
            } else {
                return false;
            }
        }
        return signs >= (isFace(first, second) ? 5 : 3);
    }

    /** Short rows of two signs are mostly faces, such as {@code -_-}. */
    private static boolean isFace(char first, char second) {
        return second != 0 && !(first == '~' && second == '*') && !(first == '*' && second == '~');
    }
}

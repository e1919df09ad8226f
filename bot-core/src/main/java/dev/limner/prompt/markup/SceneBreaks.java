package dev.limner.prompt.markup;

/**
 * Lines that part scenes: rows of signs such as {@code ***}, {@code ---}, {@code ~*~}, also around a label, and lines
 * that begin elsewhere or later ({@link Transitions}).
 */
final class SceneBreaks {
    static final int NONE = -1;

    private static final String SIGNS =
            "*-~_=#\u2022\u00B7\u25C7\u25C6\u2606\u2605\u2500\u2501\u2014\u2013\u203B+\u2217\u2726\u2727\u2766\u2767";
    private static final String ALONE = "\u2042";
    private static final String WRAPPING = "*_~[]()<>#|:\u3010\u3011-=\u2014\u2013 ";

    private SceneBreaks() {}

    /** Where the new scene's text begins in a line that parts scenes, the line's end when it only parts; or NONE. */
    static int after(String text, int from, int end) {
        if (from >= end || Character.isLetter(text.charAt(from))) {
            return from < end ? Transitions.after(text, from, end, end) : NONE;
        }
        if (isRow(text, from, end)) {
            return end;
        }
        int label = from;
        while (label < end && WRAPPING.indexOf(text.charAt(label)) >= 0) {
            label++;
        }
        if (label == from || label == end) {
            return NONE;
        }
        int labelEnd = end;
        while (labelEnd > label && WRAPPING.indexOf(text.charAt(labelEnd - 1)) >= 0) {
            labelEnd--;
        }
        if (isFramed(text, from, label, labelEnd, end)) {
            return Transitions.isLabelAlone(text, label, labelEnd) ? end : label;
        }
        return Transitions.after(text, label, labelEnd, end);
    }

    /** Signs on both sides of a label, which are no emphasis: {@code --- The docks ---}, {@code *** Later ***}. */
    private static boolean isFramed(String text, int from, int label, int labelEnd, int end) {
        char sign = text.charAt(from);
        if (SIGNS.indexOf(sign) < 0 || sign == '#' || label - from < 2 || end - labelEnd < 2) {
            return false;
        }
        boolean emphasis = sign == '*' || sign == '_' || sign == '~';
        return count(text, from, label, sign) >= 2
                && count(text, labelEnd, end, sign) >= 2
                && (!emphasis || (text.charAt(label - 1) == ' ' && text.charAt(labelEnd) == ' '));
    }

    private static int count(String text, int from, int end, char sign) {
        int signs = 0;
        for (int i = from; i < end; i++) {
            signs += text.charAt(i) == sign ? 1 : 0;
        }
        return signs;
    }

    private static boolean isRow(String text, int from, int end) {
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

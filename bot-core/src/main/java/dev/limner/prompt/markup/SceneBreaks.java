package dev.limner.prompt.markup;

/**
 * Lines that part scenes: rows of signs such as {@code ***}, {@code ---}, {@code ~*~}, also around a label, and lines
 * that begin elsewhere or later ({@link Transitions}).
 */
final class SceneBreaks {
    static final int NONE = -1;

    private static final String PIN = "\uD83D\uDCCD";
    private static final String WRAPPING = "*_~[]()<>#|:\u3010\u3011-=\u2014\u2013 ";

    private SceneBreaks() {}

    /** Where the new scene's text begins in a line that parts scenes, the line's end when it only parts; or NONE. */
    static int after(String text, int from, int end) {
        if (from >= end || Character.isLetterOrDigit(text.charAt(from))) {
            return from < end ? Transitions.after(text, from, end, end) : NONE;
        }
        if (Rows.isRow(text, from, end)) {
            return end;
        }
        if (text.startsWith(PIN, from)) {
            return from;
        }
        int label = from;
        while (label < end && isWrapping(text.charAt(label))) {
            label++;
        }
        if (label == from || label == end) {
            return NONE;
        }
        int labelEnd = end;
        while (labelEnd > label && isWrapping(text.charAt(labelEnd - 1))) {
            labelEnd--;
        }
        if (isFramed(text, from, label, labelEnd, end)) {
            return Transitions.isLabelAlone(text, label, labelEnd) ? end : label;
        }
        boolean heading = text.charAt(from) == '#' && label - from <= 4 && text.charAt(label - 1) == ' ';
        if ((heading || (labelEnd < end && text.charAt(from) != '>'))
                && Slugs.isPlace(text, label, labelEnd, heading)) {
            return label;
        }
        return Transitions.after(text, label, labelEnd, end);
    }

    private static boolean isWrapping(char c) {
        return WRAPPING.indexOf(c) >= 0 || (c >= 0x80 && (Rows.isSign(c) || Rows.isTrimming(c)));
    }

    /** Signs on both sides of a label, which are no emphasis: {@code --- The docks ---}, {@code *** Later ***}. */
    private static boolean isFramed(String text, int from, int label, int labelEnd, int end) {
        char sign = text.charAt(from);
        if (!Rows.isSign(sign) || sign == '#' || label - from < 2 || end - labelEnd < 2) {
            return false;
        }
        boolean emphasis = sign == '*' || sign == '_' || sign == '~';
        return count(text, from, label, sign) >= 2
                && count(text, labelEnd, end, sign) >= 2
                && (!emphasis
                        || (text.charAt(label - 1) == ' '
                                && text.charAt(labelEnd) == ' '
                                && (Slugs.isTitle(text, label, labelEnd)
                                        || Transitions.after(text, label, labelEnd, labelEnd) != NONE)));
    }

    private static int count(String text, int from, int end, char sign) {
        int signs = 0;
        for (int i = from; i < end; i++) {
            signs += text.charAt(i) == sign ? 1 : 0;
        }
        return signs;
    }
}

package dev.limner.prompt.markup;

/** Rows of signs that part scenes: {@code ***}, {@code - - -}, lines of box drawing, ornaments, moons and stars. */
final class Rows {
    private static final String SIGNS = "*-~_=#+\u2022\u00B7\u2014\u2013\u203B\u2217";

    private static final String TRIMMINGS = "\u208A\u207A\u02DA\u00B0\u22C6\uFF61\u02D6";

    /** One of them is a row. */
    private static final String ALONE = "\u2042\u2E3A\u2E3B";

    private static final int FEWEST = 3;
    private static final int FEWEST_MIXED = 5;

    private Rows() {}

    static boolean isSign(int c) {
        return SIGNS.indexOf(c) >= 0 || isOrnament(c);
    }

    /** Signs of printing and drawing, and pictures of the sky and of plants; others are mostly what a reader feels. */
    private static boolean isOrnament(int c) {
        return (c >= 0x2500 && c <= 0x2606)
                || (c >= 0x2719 && c <= 0x2746)
                || (c >= 0x2756 && c <= 0x2767 && c != 0x2757 && c != 0x2763 && c != 0x2764)
                || (c >= 0x2794 && c <= 0x27BF)
                || c == 0x23AF
                || c == 0x27E1
                || c == 0x2B50
                || (c >= 0x1F300 && c <= 0x1F343)
                || (c >= 0x1F536 && c <= 0x1F53B);
    }

    /** What stands small around ornaments. */
    static boolean isTrimming(int c) {
        return c >= 0x80 && (Character.getType(c) == Character.NON_SPACING_MARK || TRIMMINGS.indexOf(c) >= 0);
    }

    static boolean isRow(String text, int from, int end) {
        int signs = 0;
        int first = 0;
        int second = 0;
        boolean mixed = false;
        boolean plain = false;
        for (int i = from; i < end; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == ' ' || c == '\\' || c == 0xFE0F || isTrimming(c)) {
                continue;
            }
            if (ALONE.indexOf(c) >= 0) {
                signs += FEWEST;
                continue;
            }
            if (!isSign(c)) {
                return false;
            }
            signs++;
            plain |= c < 0x80;
            if (first == 0 || c == first) {
                first = c;
            } else if (second == 0 || c == second) {
                second = c;
            } else {
                mixed = true;
            }
        }
        return (!mixed || !plain) && signs >= (mixed || isFace(first, second) ? FEWEST_MIXED : FEWEST);
    }

    /** Short rows of two signs are mostly faces, such as {@code -_-}. */
    private static boolean isFace(int first, int second) {
        return second != 0 && !(first == '~' && second == '*') && !(first == '*' && second == '~');
    }
}

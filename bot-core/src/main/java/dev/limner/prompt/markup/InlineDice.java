package dev.limner.prompt.markup;

/** Dice within a line, with what they showed. */
final class InlineDice {
    private static final String MARKS = " *_~";

    private InlineDice() {}

    /** Dice such as {@code 2d6+3}; the place itself when there are none. */
    static int end(String text, int at, int end) {
        int i = digits(text, at, end);
        if (i - at > 3 || i >= end || (text.charAt(i) | 0x20) != 'd') {
            return at;
        }
        int sides = digits(text, i + 1, end);
        if (sides == i + 1 || (sides < end && Character.isLetter(text.charAt(sides)) && text.charAt(sides) != 'k')) {
            return at;
        }
        i = sides;
        while (i < end && (text.charAt(i) == '+' || text.charAt(i) == '-' || text.charAt(i) == 'k')) {
            int next = digits(text, i + (text.startsWith("kh", i) || text.startsWith("kl", i) ? 2 : 1), end);
            if (next <= i + 1) {
                break;
            }
            i = next;
        }
        return endOfResult(text, i, end);
    }

    /** Past {@code =17}, {@code : 15} or an arrow and {@code **18**}; the place itself when there is none. */
    static int endOfResult(String text, int at, int end) {
        int i = marks(text, at, end);
        if (text.startsWith("->", i) || text.startsWith("=>", i)) {
            i++;
        } else if (i >= end || "=:\u2192\u21D2".indexOf(text.charAt(i)) < 0) {
            return at;
        }
        int number = marks(text, i + 1, end);
        int after = digits(text, number, end);
        if (after == number) {
            return at;
        }
        while (after < end && text.charAt(number - 1) == '*' && text.charAt(after) == '*') {
            after++;
        }
        return after;
    }

    private static int marks(String text, int from, int end) {
        int i = from;
        while (i < end && MARKS.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    static int digits(String text, int from, int end) {
        int i = from;
        while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}

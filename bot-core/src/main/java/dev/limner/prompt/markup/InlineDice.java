package dev.limner.prompt.markup;

/** Dice within a line, with what they showed. */
final class InlineDice {
    private InlineDice() {}

    /** Dice such as {@code 2d6+3}; the place itself when there are none. */
    static int end(String text, int at, int end) {
        int i = digits(text, at, end);
        if (i - at > 3 || i >= end || text.charAt(i) != 'd') {
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

    /** Past {@code =17} or {@code : 15}. */
    private static int endOfResult(String text, int at, int end) {
        int i = blanks(text, at, end);
        if (i >= end || (text.charAt(i) != '=' && text.charAt(i) != ':')) {
            return at;
        }
        int number = blanks(text, i + 1, end);
        int after = digits(text, number, end);
        return after > number ? after : at;
    }

    private static int blanks(String text, int from, int end) {
        int i = from;
        while (i < end && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static int digits(String text, int from, int end) {
        int i = from;
        while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}

package dev.limner.prompt.markup;

/** Brackets around what players say for themselves, and where they close: past smileys, numbers of lists and nested ones. */
final class TalkBrackets {
    static final String OPENING = "([{<";
    static final String CLOSING = ")]}>";

    /** So far a bracket that crosses another is looked for. */
    private static final int LONGEST_CROSSING = 200;

    private final String text;

    private final int[] lastDouble = {-2, -2, -2, -2};
    private final int[] lastSingle = {-2, -2, -2, -2};

    TalkBrackets(String text) {
        this.text = text;
    }

    int closingOfDouble(int from, int bracket, int opened) {
        int doubles = opened / 2;
        int singles = opened % 2;
        for (int i = from; i < text.length(); ) {
            char c = Narrow.of(text.charAt(i));
            if (c == OPENING.charAt(bracket)) {
                int run = run(i, c);
                doubles += run / 2;
                singles += isSmiley(i) && run == 1 ? 0 : run % 2;
                i += run;
            } else if (c == CLOSING.charAt(bracket)) {
                int run = run(i, c);
                i += run;
                if (run == 2 && isSmiley(i - run) && closesLater(i, bracket)) {
                    continue;
                }
                if (run == 2 && singles > 0 && i <= lastDouble(bracket)) {
                    singles--;
                } else if (run == 1) {
                    singles = Math.max(0, singles - 1);
                } else {
                    int inner = Math.min(singles, run - 2);
                    singles -= inner;
                    doubles -= (run - inner) / 2;
                }
                if (doubles <= 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        return text.length();
    }

    /** Whether the brackets close once more before others open. */
    private boolean closesLater(int from, int bracket) {
        for (int i = from; i + 1 < text.length() && i - from < LONGEST_CROSSING; i++) {
            char c = Narrow.of(text.charAt(i));
            if (c == Narrow.of(text.charAt(i + 1)) && c != ' ') {
                if (c == CLOSING.charAt(bracket)) {
                    return true;
                }
                if (c == OPENING.charAt(bracket)) {
                    return false;
                }
            }
        }
        return false;
    }

    int closingOfSingle(int from, int bracket) {
        int depth = 1;
        int crossing = 0;
        for (int i = from; i < text.length(); i++) {
            char c = Narrow.of(text.charAt(i));
            crossing = crossing(crossing, bracket, c, i);
            if (c == OPENING.charAt(bracket) && !isSmiley(i)) {
                depth++;
            } else if (c == CLOSING.charAt(bracket)) {
                boolean another = i < text.length() - 1 && lastSingle(bracket) > i;
                boolean stray = isSmiley(i) ? another || !endsLine(i) : another && isListNumber(i);
                if (!stray && --depth == 0) {
                    int crossed = crossing == 0 ? -1 : endOfCrossing(i + 1, crossing);
                    if (crossed < 0 || !another) {
                        return Math.max(i + 1, crossed);
                    }
                    depth++;
                }
            }
        }
        return text.length();
    }

    /** How many brackets of other kinds were opened within and are still open. */
    private int crossing(int open, int bracket, char c, int at) {
        int kind = OPENING.indexOf(c);
        if (kind >= 0 && kind < 3 && kind != bracket && !isSmiley(at)) {
            return open + 1;
        }
        int closes = CLOSING.indexOf(c);
        return closes >= 0 && closes < 3 && closes != bracket && open > 0 ? open - 1 : open;
    }

    /** Talk whose brackets cross, as in {@code [OOC b (c] d)}, ends where both are closed. */
    private int endOfCrossing(int from, int open) {
        int depth = open;
        int end = Math.min(text.length(), from + LONGEST_CROSSING);
        for (int i = from; i < end && depth > 0; i++) {
            char c = Narrow.of(text.charAt(i));
            if (OPENING.indexOf(c) >= 0 && !isSmiley(i)) {
                depth++;
            } else if (CLOSING.indexOf(c) >= 0 && !isSmiley(i) && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private boolean isSmiley(int at) {
        int eyes = at - 1;
        if (eyes > 0 && (text.charAt(eyes) == '-' || text.charAt(eyes) == '\'')) {
            eyes--;
        }
        return eyes >= 0 && ":;=".indexOf(text.charAt(eyes)) >= 0;
    }

    /** Whether nothing but blanks follows in the line, so that a smiley there may close the bracket too. */
    private boolean endsLine(int at) {
        int next = skipBlanks(at + 1);
        return next == text.length() || text.charAt(next) == '\n';
    }

    private boolean isListNumber(int at) {
        int digits = at;
        while (digits > 0 && Character.isDigit(text.charAt(digits - 1))) {
            digits--;
        }
        return digits < at && at - digits <= 2 && (digits == 0 || text.charAt(digits - 1) == ' ');
    }

    private int lastDouble(int bracket) {
        if (lastDouble[bracket] == -2) {
            int i = text.length() - 1;
            char close = CLOSING.charAt(bracket);
            while (i > 0 && !(Narrow.of(text.charAt(i)) == close && Narrow.of(text.charAt(i - 1)) == close)) {
                i--;
            }
            lastDouble[bracket] = i - 1;
        }
        return lastDouble[bracket];
    }

    private int lastSingle(int bracket) {
        if (lastSingle[bracket] == -2) {
            int i = text.length() - 1;
            while (i >= 0 && Narrow.of(text.charAt(i)) != CLOSING.charAt(bracket)) {
                i--;
            }
            lastSingle[bracket] = i;
        }
        return lastSingle[bracket];
    }

    int run(int at, char bracket) {
        int end = at;
        while (end < text.length() && Narrow.of(text.charAt(end)) == bracket) {
            end++;
        }
        return end - at;
    }

    int skipBlanks(int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}

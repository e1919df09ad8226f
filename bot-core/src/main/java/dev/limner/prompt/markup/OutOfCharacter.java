package dev.limner.prompt.markup;

/**
 * Where players step out of the story: {@code ((...))}, {@code [[...]]}, {@code (OOC ...)} and the like in any width, and
 * {@code OOC:} or {@code //} to the end of the line, also with the labels of other languages. Nested ones are whole, an
 * unclosed one reaches to the end.
 */
final class OutOfCharacter {
    private static final String OPENING = "([{<";
    private static final String CLOSING = ")]}>";

    /** So far a bracket that crosses another is looked for. */
    private static final int LONGEST_CROSSING = 200;

    private final String text;
    private final LineStarts lineStarts;

    /** Where the last row of brackets ends that begins no talk, so that none of them begins one. */
    private int harmless;

    /** From where on no {@code [/ooc]} follows. */
    private int unpaired = Integer.MAX_VALUE;

    private final int[] lastDouble = {-2, -2, -2, -2};
    private final int[] lastSingle = {-2, -2, -2, -2};

    OutOfCharacter(String text) {
        this.text = text;
        lineStarts = new LineStarts(text);
    }

    /** Where the talk that begins at a place ends, or -1 when none begins there. */
    int end(int at) {
        char c = Narrow.of(text.charAt(at));
        int bracket = OPENING.indexOf(c);
        if (bracket >= 0) {
            return bracketed(at, bracket);
        }
        if (c == '/') {
            return isSlashed(at) ? endOfLine(at) : -1;
        }
        if (OutOfCharacterWord.mayBegin(c) && announced(at)) {
            return endOfLine(at);
        }
        int word = startsLine(at) && !isWithinMarkup(at) ? OutOfCharacterWord.orLabelEnd(text, at) : -1;
        return word < 0 ? -1 : endOfTalk(word);
    }

    /** Two slashes, or {@code /ooc} as a command within a line. */
    private boolean isSlashed(int at) {
        char next = at + 1 < text.length() ? Narrow.of(text.charAt(at + 1)) : ' ';
        boolean begins = at == 0 || text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\n';
        return next == '/' || (begins && OutOfCharacterWord.mayBegin(next) && OutOfCharacterWord.end(text, at + 1) > 0);
    }

    /** The end of the line, or, where it holds no more than the word, of the paragraph. */
    private int endOfTalk(int word) {
        int line = endOfLine(word);
        for (int i = word; i < line; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return line;
            }
        }
        int paragraph = text.indexOf("\n\n", line);
        return paragraph < 0 ? text.length() : paragraph;
    }

    /** Whether the markup before a word, which is read with the word, began before a place. */
    private boolean isWithinMarkup(int at) {
        return at > 0
                && OutOfCharacterWord.mayPrecede(text.charAt(at))
                && OutOfCharacterWord.mayPrecede(text.charAt(at - 1));
    }

    private int bracketed(int at, int bracket) {
        if (at < harmless) {
            return -1;
        }
        int run = run(at, OPENING.charAt(bracket));
        boolean doubled = run > 1 && bracket < 2;
        if (run == 1 && bracket < 2 && isRepeated(at, bracket)) {
            return closingOfSingle(at + 1, bracket);
        }
        if (!doubled && OutOfCharacterWord.orLabelEnd(text, skipBlanks(at + run)) < 0) {
            harmless = at + run;
            return -1;
        }
        return run > 1 ? closingOfDouble(at + run, bracket, run) : single(at, bracket);
    }

    /** Two brackets with blanks between, as in {@code ( ( x ) )}. */
    private boolean isRepeated(int at, int bracket) {
        int next = skipBlanks(at + 1);
        return next > at + 1 && next < text.length() && Narrow.of(text.charAt(next)) == OPENING.charAt(bracket);
    }

    /** Brackets around no more than the word are a label: the talk goes on to {@code [/ooc]}, or to the end of the line. */
    private int single(int at, int bracket) {
        int end = closingOfSingle(at + 1, bracket);
        int after = OutOfCharacterWord.orLabelEnd(text, skipBlanks(at + 1));
        while (after < end && !Character.isLetterOrDigit(text.charAt(after)) && !isClosing(text.charAt(after))) {
            after++;
        }
        if (after != end - 1 || !isClosing(text.charAt(after))) {
            return end;
        }
        int closing = endOfPair(end);
        return closing > 0 ? closing : endOfLine(end);
    }

    private static boolean isClosing(char c) {
        return CLOSING.indexOf(Narrow.of(c)) >= 0;
    }

    /** Where {@code [/ooc]}, in whichever brackets, ends; -1 when there is none. */
    private int endOfPair(int from) {
        if (from >= unpaired) {
            return -1;
        }
        for (int i = text.indexOf('/', from); i > 0; i = text.indexOf('/', i + 1)) {
            int end = OPENING.indexOf(Narrow.of(text.charAt(i - 1))) >= 0 ? OutOfCharacterWord.end(text, i + 1) : -1;
            if (end > 0 && end < text.length() && isClosing(text.charAt(end))) {
                return end + 1;
            }
        }
        unpaired = from;
        return -1;
    }

    private int closingOfDouble(int from, int bracket, int opened) {
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

    private int closingOfSingle(int from, int bracket) {
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

    private int run(int at, char bracket) {
        int end = at;
        while (end < text.length() && Narrow.of(text.charAt(end)) == bracket) {
            end++;
        }
        return end - at;
    }

    /** {@code OOC} anywhere in a line with a colon or a dash after it. */
    private boolean announced(int at) {
        if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return false;
        }
        int end = OutOfCharacterWord.end(text, at);
        if (end < 0) {
            return false;
        }
        int next = end;
        while (next < text.length() && " *_~".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        if (next + 1 >= text.length()) {
            return next < text.length() && Narrow.of(text.charAt(next)) == ':';
        }
        boolean dash = "-\u2013\u2014".indexOf(text.charAt(next)) >= 0 && text.charAt(next + 1) == ' ';
        return dash || Narrow.of(text.charAt(next)) == ':';
    }

    /** Whether nothing but markup stands before a place in its line. Places are asked for in order. */
    boolean startsLine(int at) {
        return lineStarts.at(at);
    }

    private int skipBlanks(int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private int endOfLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}

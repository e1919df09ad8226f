package dev.limner.prompt.markup;

/**
 * Where players step out of the story: {@code ((...))}, {@code [[...]]}, {@code (OOC ...)} and the like in any width, and
 * {@code OOC:}, {@code //} or {@code A/N} to the end of the line, also with the labels of other languages, and a remark in
 * small print beside a story. Nested ones are whole, an unclosed one reaches to the end.
 */
final class OutOfCharacter {
    private final String text;
    private final TalkBrackets brackets;
    private final LineStarts lineStarts;

    /** Where the last row of brackets ends that begins no talk, so that none of them begins one. */
    private int harmless;

    /** From where on no {@code [/ooc]} follows. */
    private int unpaired = Integer.MAX_VALUE;

    OutOfCharacter(String text) {
        this.text = text;
        lineStarts = new LineStarts(text);
        brackets = new TalkBrackets(text);
    }

    /** Where the talk that begins at a place ends, or -1 when none begins there. */
    int end(int at) {
        char c = Narrow.of(text.charAt(at));
        int bracket = TalkBrackets.OPENING.indexOf(c);
        if (bracket >= 0) {
            return bracketed(at, bracket);
        }
        if (c == '/') {
            return isSlashed(at) ? endOfLine(at) : -1;
        }
        boolean remark = c == 'A' && isAuthorsNote(at) || c == '-' && SmallPrint.isRemark(text, at);
        if (remark || (OutOfCharacterWord.mayBegin(c) && announced(at))) {
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

    /** {@code A/N}, in capitals wherever it stands. */
    private boolean isAuthorsNote(int at) {
        return text.startsWith("A/N", at)
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && (at + 3 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 3)));
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
        int run = brackets.run(at, TalkBrackets.OPENING.charAt(bracket));
        boolean doubled = run > 1 && bracket < 2;
        if (run == 1 && bracket < 2 && isRepeated(at, bracket)) {
            return brackets.closingOfSingle(at + 1, bracket);
        }
        int word = brackets.skipBlanks(at + run);
        boolean command = word < text.length() && text.charAt(word) == '/';
        int wordEnd = command ? OutOfCharacterWord.end(text, word + 1) : OutOfCharacterWord.orLabelEnd(text, word);
        if (!doubled && wordEnd < 0) {
            harmless = at + run;
            return -1;
        }
        if (command && !doubled && wordEnd > 0) {
            return brackets.closingOfSingle(at + 1, bracket);
        }
        return run > 1 ? brackets.closingOfDouble(at + run, bracket, run) : single(at, bracket);
    }

    /** Two brackets with blanks between, as in {@code ( ( x ) )}. */
    private boolean isRepeated(int at, int bracket) {
        int next = brackets.skipBlanks(at + 1);
        return next > at + 1
                && next < text.length()
                && Narrow.of(text.charAt(next)) == TalkBrackets.OPENING.charAt(bracket);
    }

    /** Brackets around no more than the word are a label: the talk goes on to {@code [/ooc]}, or to the end of the line. */
    private int single(int at, int bracket) {
        int end = brackets.closingOfSingle(at + 1, bracket);
        int after = OutOfCharacterWord.orLabelEnd(text, brackets.skipBlanks(at + 1));
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
        return TalkBrackets.CLOSING.indexOf(Narrow.of(c)) >= 0;
    }

    /** Where {@code [/ooc]}, in whichever brackets, ends; -1 when there is none. */
    private int endOfPair(int from) {
        if (from >= unpaired) {
            return -1;
        }
        for (int i = text.indexOf('/', from); i > 0; i = text.indexOf('/', i + 1)) {
            int end = TalkBrackets.OPENING.indexOf(Narrow.of(text.charAt(i - 1))) >= 0
                    ? OutOfCharacterWord.end(text, i + 1)
                    : -1;
            if (end > 0 && end < text.length() && isClosing(text.charAt(end))) {
                return end + 1;
            }
        }
        unpaired = from;
        return -1;
    }

    /** {@code OOC} anywhere in a line with a colon, a dash, a bar or slashes after it. */
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
        boolean dash = "-\u2013\u2014/|>".indexOf(text.charAt(next)) >= 0 && text.charAt(next + 1) == ' ';
        return dash || text.startsWith("//", next) || Narrow.of(text.charAt(next)) == ':';
    }

    /** Whether nothing but markup stands before a place in its line. Places are asked for in order. */
    boolean startsLine(int at) {
        return lineStarts.at(at);
    }

    private int endOfLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}

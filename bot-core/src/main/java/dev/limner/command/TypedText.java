package dev.limner.command;

/** What a person typed, made safe to read: no control characters, no halves of surrogate pairs, one kind of newline. */
final class TypedText {

    private static final int EXCERPT = 40;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int NEXT_LINE = 0x85;

    private TypedText() {}

    static String clean(String typed) {
        StringBuilder clean = new StringBuilder(typed.length());
        String oneNewline = typed.replace("\r\n", "\n");
        oneNewline.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                clean.appendCodePoint(c);
            } else if (c == '\r' || c == NEXT_LINE || isLineSeparator(c)) {
                clean.append('\n');
            } else if (isText(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** On one line, with single blanks. */
    static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    /** The beginning of a text, to be named in an answer. */
    static String excerpt(String text) {
        String line = oneLine(text);
        int length = line.codePointCount(0, line.length());
        return length <= EXCERPT ? line : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    private static boolean isLineSeparator(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isText(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE && codePoint != BYTE_ORDER_MARK;
    }
}

package dev.limner.command;

import java.util.OptionalInt;

/** What a person typed, safe to read: with one kind of newline, and refused where it holds what is no text. */
public final class TypedText {

    private static final int EXCERPT = 40;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int NEXT_LINE = 0x85;

    private TypedText() {}

    /** @throws CommandSyntaxException when there is a control character or half of a surrogate pair in it */
    static String clean(String typed) throws CommandSyntaxException {
        OptionalInt fault = typed.codePoints().filter(c -> !isText(c)).findFirst();
        if (fault.isPresent()) {
            throw new CommandSyntaxException(
                    "That has a control character or half of a character in it (U+%04X). Type it again without."
                            .formatted(fault.getAsInt()));
        }
        StringBuilder clean = new StringBuilder(typed.length());
        String oneNewline = typed.replace("\r\n", "\n");
        oneNewline.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                clean.appendCodePoint(c);
            } else if (c == '\r' || c == NEXT_LINE || isLineSeparator(c)) {
                clean.append('\n');
            } else if (c != BYTE_ORDER_MARK) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /** Without the quotes, where they hold all of it. */
    public static String unquoted(String text) {
        Cursor cursor = new Cursor(text);
        String quoted = cursor.quoted();
        return quoted != null && cursor.atEnd() ? quoted : text;
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
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL ->
                codePoint == '\n' || codePoint == '\r' || codePoint == '\t' || codePoint == NEXT_LINE;
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}

package dev.limner.avatar;

/** Closes the gaps that tags leave: the blanks and commas around them become what was there before the tag. */
public final class TagGaps {
    private static final String CLINGING = ".!?;:)]}'\u2019\u201D\u3002\u3001";

    private TagGaps() {}

    /** The text without the marks, each of which stands where a tag was. */
    public static String close(String text, char mark) {
        int at = text.indexOf(mark);
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            out.append(text, from, at);
            boolean comma = trimEnd(out);
            int next = at + 1;
            while (next < text.length() && (isGap(text.charAt(next)) || text.charAt(next) == mark)) {
                comma |= text.charAt(next) == ',';
                next++;
            }
            join(out, comma, next < text.length() ? text.charAt(next) : '\n');
            from = next;
            at = text.indexOf(mark, next);
        }
        return out.append(text, from, text.length()).toString();
    }

    private static void join(StringBuilder out, boolean comma, char next) {
        boolean first = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
        if (first || next == '\n') {
            return;
        }
        if (comma) {
            out.append(", ");
        } else if (CLINGING.indexOf(next) < 0) {
            out.append(' ');
        }
    }

    private static boolean trimEnd(StringBuilder out) {
        boolean comma = false;
        int end = out.length();
        while (end > 0 && isGap(out.charAt(end - 1))) {
            comma |= out.charAt(--end) == ',';
        }
        out.setLength(end);
        return comma;
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '\t' || c == ',';
    }
}

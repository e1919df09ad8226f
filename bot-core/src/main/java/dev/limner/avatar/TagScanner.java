package dev.limner.avatar;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds tags in text, in one pass. What merely begins like a tag is found as well, as a faulty one, so that no attempt
 * ever reaches a text encoder.
 */
final class TagScanner {
    /** Longer than any tag can be: a name has 32 characters at most. */
    private static final int LONGEST = 120;

    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212";

    private TagScanner() {}

    static List<FoundTag> scan(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('\uFF1C') < 0) {
            return List.of();
        }
        List<FoundTag> found = new ArrayList<>();
        int at = nextOpening(text, 0);
        while (at >= 0) {
            int next = at + 1;
            int inside = afterBe(text, at + 1);
            if (inside > 0) {
                FoundTag tag = read(text, at, inside);
                found.add(tag);
                next = tag.end();
            }
            at = nextOpening(text, next);
        }
        return found;
    }

    private static FoundTag read(String text, int start, int inside) {
        int close = closing(text, start, inside);
        if (close < 0) {
            int end = endOfUnclosed(text, inside);
            return TagReader.unclosed(start, end, text.substring(start, end));
        }
        return TagReader.read(start, close + 1, text.substring(start, close + 1));
    }

    private static int nextOpening(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '<' || text.charAt(i) == '\uFF1C') {
                return i;
            }
        }
        return -1;
    }

    /** The place behind {@code be-}, typed with whatever dash and with blanks or invisible characters in it, or -1. */
    private static int afterBe(String text, int from) {
        int seen = 0;
        for (int i = from; i < text.length() && i < from + 16; i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || Character.getType(c) == Character.FORMAT) {
                continue;
            }
            boolean fits = switch (seen) {
                case 0 -> c == 'b' || c == 'B' || c == '\uFF42' || c == '\uFF22';
                case 1 -> c == 'e' || c == 'E' || c == '\uFF45' || c == '\uFF25';
                default -> DASHES.indexOf(c) >= 0 || c == '\uFF0D';
            };
            if (!fits) {
                return -1;
            }
            if (++seen == 3) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Where the tag's own {@code >} is; -1 when there is none that could be its own. */
    private static int closing(String text, int start, int inside) {
        int blanks = 0;
        int end = Math.min(text.length(), start + LONGEST);
        for (int i = inside; i < end; i++) {
            char c = text.charAt(i);
            if (c == '>' || c == '\uFF1E') {
                char before = text.charAt(i - 1);
                boolean arrow = i > inside && (before == '-' || before == '=') && blanks > 0;
                return arrow ? -1 : i;
            }
            if (c == '<' || c == '\uFF1C' || c == '\n' || c == '\r') {
                return -1;
            }
            if (c == ' ' && text.charAt(i - 1) != ' ' && ++blanks > 2) {
                return -1;
            }
        }
        return -1;
    }

    /** An unclosed tag is its run of characters that tags are made of, and swallows nothing after it. */
    private static int endOfUnclosed(String text, int inside) {
        int end = inside;
        while (end < text.length() && isTagCharacter(text.charAt(end))) {
            end++;
        }
        while (end > inside && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return end;
    }

    private static boolean isTagCharacter(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.FORMAT
                || c == ':'
                || c == '_'
                || c == '-'
                || c == '.';
    }
}

package dev.limner.prompt.text;

/**
 * Rids a text of characters that nobody sees and no encoder should: controls, unpaired surrogates, direction overrides,
 * zero-width characters (except where emoji or a script need them), private use, towers of combining marks. Line breaks
 * become {@code \n}, other blanks a space, letters of decorative fonts plain ones.
 */
public final class PlainCharacters {
    private static final int TALLEST_TOWER = 3;
    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;

    private PlainCharacters() {}

    public static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!ordinary(text.charAt(i))) {
                return cleanFrom(text, i);
            }
        }
        return text;
    }

    /** Never changed, whatever stands beside it. */
    private static boolean ordinary(char c) {
        return (c >= ' ' && c < 0x7F)
                || c == '\n'
                || (c > 0xA0 && c < 0x262 && c != 0xAD)
                || (c >= 0x400 && c < 0x483)
                || (c >= 0x3001 && c < 0x3100)
                || (c >= 0x4E00 && c < 0xA000)
                || (c >= 0x2010 && c < 0x2028);
    }

    private static String cleanFrom(String text, int first) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
        int tower = 0;
        int before = first > 0 ? text.codePointBefore(first) : ' ';
        for (int i = first; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int type = Character.getType(c);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            tower = mark ? tower + 1 : 0;
            int next = i < text.length() ? text.codePointAt(i) : ' ';
            if (c == '\r' && next == '\n') {
                continue;
            }
            int kept = tower > TALLEST_TOWER ? -1 : LetterFonts.plain(kept(c, type, before, next));
            if (kept >= 0) {
                out.appendCodePoint(kept);
                before = kept;
            }
        }
        return out.toString();
    }

    /** What stands for the character, or -1. */
    private static int kept(int c, int type, int before, int next) {
        if (c == '\n' || c == '\r' || c == 0x85 || c == 0x0B || c == '\f' || c == 0x2028 || c == 0x2029) {
            return '\n';
        }
        if (c == '\t' || type == Character.SPACE_SEPARATOR || isBlankLetter(c)) {
            return ' ';
        }
        if (c == ZWJ || c == ZWNJ) {
            return joins(before, next) ? c : -1;
        }
        if (c >= 0xFE00 && c <= 0xFE0F) {
            return c >= 0xFE0E && isSymbol(before) ? c : -1;
        }
        if (c == 0xFF1C || c == 0xFF1E) {
            return c - 0xFEE0;
        }
        boolean unseen = switch (type) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
            default -> isNoncharacter(c) || c == 0x034F || c == 0xFFFC || c == 0xFFFD || (c >= 0xE0000 && c < 0xE1000);
        };
        return unseen ? -1 : c;
    }

    private static boolean isNoncharacter(int c) {
        return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
    }

    /** Letters and symbols that show nothing: Hangul fillers and the empty Braille pattern. */
    private static boolean isBlankLetter(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
    }

    private static boolean joins(int before, int next) {
        return (isSymbol(before) && isSymbol(next)) || (needsJoiners(before) && needsJoiners(next));
    }

    private static boolean isSymbol(int c) {
        int type = Character.getType(c);
        return type == Character.OTHER_SYMBOL
                || type == Character.MODIFIER_SYMBOL
                || type == Character.MATH_SYMBOL
                || type == Character.UNASSIGNED
                || c == 0xFE0F
                || (c >= '0' && c <= '9')
                || c == '#'
                || c == '*';
    }

    /** Arabic and the scripts of India and their neighbours shape their letters by joiners. */
    private static boolean needsJoiners(int c) {
        return (c >= 0x600 && c < 0x780) || (c >= 0x900 && c < 0xE00) || (c >= 0x1000 && c < 0x10A0);
    }
}

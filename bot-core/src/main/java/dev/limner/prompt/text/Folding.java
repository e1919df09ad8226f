package dev.limner.prompt.text;

import java.text.Normalizer;

/**
 * The form in which names are compared: lower case, accents and strokes gone ({@code ł} is l, dotless {@code ı} is i),
 * full width narrow. Marks that make another letter of it, as in kana, stay.
 */
public final class Folding {
    private static final int TABLE = 0x2000;
    private static final String[] FOLDED = new String[TABLE];

    static {
        for (int c = 0; c < TABLE; c++) {
            FOLDED[c] = compute((char) c);
        }
    }

    private Folding() {}

    static void append(int codePoint, StringBuilder out) {
        if (codePoint < 0x80) {
            out.append((char) (codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint));
        } else if (codePoint < TABLE) {
            out.append(FOLDED[codePoint]);
        } else if (codePoint >= 0xFF01 && codePoint <= 0xFF5E) {
            append(codePoint - 0xFEE0, out);
        } else {
            out.appendCodePoint(Character.toLowerCase(codePoint));
        }
    }

    /** Only draws out an Arabic word; nothing is left of it, so no word can begin with it. */
    static final char LENGTHENER = '\u0640';

    /** A whole text, blanks collapsed. */
    public static String fold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = !out.isEmpty();
                continue;
            }
            if (gap) {
                out.append(' ');
                gap = false;
            }
            append(c, out);
        }
        return out.toString();
    }

    private static String compute(char c) {
        switch (c) {
            case '\u0142', '\u0141' -> {
                return "l";
            }
            case '\u0131', '\u0130' -> {
                return "i";
            }
            case '\u00F8', '\u00D8' -> {
                return "o";
            }
            case '\u0111', '\u0110', '\u00F0', '\u00D0' -> {
                return "d";
            }
            case '\u0127', '\u0126' -> {
                return "h";
            }
            case '\u0167', '\u0166' -> {
                return "t";
            }
            case '\u00DF', '\u1E9E' -> {
                return "ss";
            }
            case '\u00E6', '\u00C6' -> {
                return "ae";
            }
            case '\u0153', '\u0152' -> {
                return "oe";
            }
            case '\u00FE', '\u00DE' -> {
                return "th";
            }
            case '\u03C2' -> {
                return "\u03C3";
            }
            case '\u0439', '\u0419' -> {
                return "\u0439";
            }
            default -> {
                return stripped(c);
            }
        }
    }

    private static String stripped(char c) {
        boolean accent =
                (c >= 0x300 && c < 0x370) || (c >= 0x591 && c < 0x5C8) || (c >= 0x64B && c < 0x660) || c == LENGTHENER;
        if (accent) {
            return "";
        }
        String letter = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        boolean accented = c < 0x530 || c >= 0x1E00;
        return (accented ? letter.substring(0, 1) : String.valueOf(c)).toLowerCase(java.util.Locale.ROOT);
    }
}

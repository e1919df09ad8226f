package dev.limner.prompt.text;

/**
 * Follows a text sign by sign and tells what is spoken: between quotation marks, after a dash at a line's start, or, where
 * a post tells between asterisks what its author does, whatever stands outside of them.
 */
public final class Quotation {
    /** Stands for asterisks around emphasised words and actions. */
    public static final char EMPHASIS = '\u001E';

    private static final String MARKS = "\"\u201C\u201D\u201E\u00AB\u00BB\u300C\u300E\uFF02";

    private static final String ENDS = ".!?\u2026\u3002\uFF01\uFF1F\n";

    private boolean open;
    private boolean dashed;
    private boolean acted;
    private boolean acting;

    void begin(String text) {
        acted = isActed(text);
        acting = false;
        open = acted && text.charAt(0) != EMPHASIS;
        dashed = false;
    }

    int flags() {
        return (open ? Words.QUOTED : 0) | (dashed ? Words.DASHED : 0);
    }

    /** @param before the last character before it that is no blank; a line break at a text's start */
    void sign(String text, int at, int sign, char before) {
        switch (sign) {
            case '\n' -> {
                open = acted && !acting;
                dashed = false;
            }
            case EMPHASIS -> {
                acting = !acting;
                open = acted ? !acting && beginsSpeech(text, at + 1) : open;
            }
            case '\u201E', '\u300C', '\u300E' -> open = true;
            case '\u201D', '\u300D', '\u300F' -> open = false;
            case '"', '\u201C', '\u00AB', '\u00BB', '\uFF02' -> open = !open;
            case '\u2014', '\u2013', '\u2015' -> {
                if (before == '\n' && !acted) {
                    open = true;
                    dashed = true;
                } else if (dashed) {
                    open = !open;
                }
            }
            default -> {}
        }
    }

    /**
     * Whether a text tells between asterisks what its author does, without saying who, and beside that what they say:
     * {@code *winces* Your kid?}
     */
    private static boolean isActed(String text) {
        int at = text.indexOf(EMPHASIS);
        if (at < 0 || at + 1 >= text.length() || !(at == 0 || ENDS.indexOf(lastBefore(text, at)) >= 0)) {
            return false;
        }
        int first = text.codePointAt(at + 1);
        return (Character.isLowerCase(first) || Script.isUnspaced(first))
                && text.chars().noneMatch(c -> MARKS.indexOf(c) >= 0);
    }

    /** A sentence that goes on in small letters goes on telling. */
    private static boolean beginsSpeech(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && !Character.isLowerCase(text.codePointAt(at));
    }

    private static char lastBefore(String text, int at) {
        int last = at - 1;
        while (last > 0 && text.charAt(last) == ' ') {
            last--;
        }
        return text.charAt(last);
    }
}

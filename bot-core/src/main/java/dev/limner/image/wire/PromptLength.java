package dev.limner.image.wire;

/** Texts that are too long, cut at a blank. */
public final class PromptLength {
    private PromptLength() {}

    /** @param most characters (code points) that are kept */
    public static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        String start = text.substring(0, text.offsetByCodePoints(0, most));
        int blank = start.lastIndexOf(' ');
        return (blank > most / 2 ? start.substring(0, blank) : start).stripTrailing();
    }
}

package dev.limner.conversation;

/** How a text begins. Pure. */
final class Beginnings {
    private Beginnings() {}

    /** @param most characters; with an ellipsis where there are more */
    static String of(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).strip() + "\u2026";
    }
}

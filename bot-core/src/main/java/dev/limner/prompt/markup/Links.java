package dev.limner.prompt.markup;

/** Links in a chat message. */
final class Links {
    private Links() {}

    /** Whether the slash at a place is the first of the two after a link's scheme, as in {@code https://}. */
    static boolean isAuthority(String text, int slash) {
        return slash > 1
                && text.charAt(slash - 1) == ':'
                && Character.isLetterOrDigit(text.charAt(slash - 2))
                && slash + 1 < text.length()
                && text.charAt(slash + 1) == '/';
    }

    /** Whether a link without a scheme begins at a place: mail, an invitation. */
    static boolean isBare(String text, int at) {
        return switch (text.charAt(at)) {
            case 'd', 'D' ->
                text.regionMatches(true, at, "discord.gg/", 0, 11)
                        || text.regionMatches(true, at, "discord.com/", 0, 12);
            case 'm', 'M' -> text.regionMatches(true, at, "mailto:", 0, 7);
            case 't' -> text.startsWith("t.me/", at);
            default -> false;
        };
    }

    /** Where a link ends that goes on at a place. */
    static int end(String text, int from) {
        int end = from;
        while (end < text.length() && !endsLink(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where a link begins whose scheme ends before a place. */
    static int start(CharSequence text, int colon) {
        int start = colon;
        while (start > 0 && isSchemeCharacter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isSchemeCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-';
    }

    private static boolean endsLink(char c) {
        return c <= ' '
                || c == '>'
                || c == '<'
                || c == '"'
                || c == '|'
                || c == '*'
                || c == '\u3001'
                || c == '\u3002'
                || c == '\uFDD0';
    }
}

package dev.limner.prompt;

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

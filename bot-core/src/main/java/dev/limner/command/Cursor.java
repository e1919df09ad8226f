package dev.limner.command;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a typed line, and what can be read from there. Blanks before a thing are skipped. */
final class Cursor {

    /** What closes a quotation that opens so; keyboards and languages differ. */
    private static final Map<Character, String> QUOTES = Map.of(
            '"', "\"",
            '“', "”“\"",
            '„', "“”\"",
            '”', "”",
            '«', "»",
            '»', "«»",
            '＂', "＂");

    private final String line;
    private int at;

    Cursor(String line) {
        this.line = line;
    }

    boolean atEnd() {
        skipBlanks();
        return at == line.length();
    }

    boolean atQuote() {
        skipBlanks();
        return at < line.length() && QUOTES.containsKey(line.charAt(at));
    }

    boolean atBlank() {
        return at == line.length() || TypedText.isBlank(line.charAt(at));
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    /** The characters up to the next blank; empty at the end. */
    String word() {
        skipBlanks();
        int start = at;
        while (!atBlank()) {
            at++;
        }
        return line.substring(start, at);
    }

    /** The next word, which stays to be read. */
    String peek() {
        int start = at;
        String word = word();
        at = start;
        return word;
    }

    /** A quoted value without its quotes; null, and nothing read, where none stands here as a word of its own. */
    @Nullable
    String quoted() {
        if (!atQuote()) {
            return null;
        }
        int start = at;
        String closing = QUOTES.getOrDefault(line.charAt(at), "");
        StringBuilder value = new StringBuilder();
        for (at++; at < line.length() && closing.indexOf(line.charAt(at)) < 0; at++) {
            if (line.charAt(at) == '\\' && at + 1 < line.length() && isEscapable(line.charAt(at + 1))) {
                at++;
            }
            value.append(line.charAt(at));
        }
        boolean closed = at < line.length();
        if (closed) {
            at++;
        }
        if (closed && atBlank()) {
            return value.toString();
        }
        at = start;
        return null;
    }

    /** One of the keys, where it stands here with its {@code =}; otherwise null, and nothing read. */
    @Nullable
    String key(Collection<String> keys) {
        skipBlanks();
        int end = at;
        while (end < line.length() && isKeyCharacter(line.charAt(end))) {
            end++;
        }
        String word = line.substring(at, end).toLowerCase(Locale.ROOT);
        if (end == line.length() || line.charAt(end) != '=' || !keys.contains(word)) {
            return null;
        }
        at = end + 1;
        return word;
    }

    /** Everything before the first of the keys. */
    String textBefore(Collection<String> keys) {
        skipBlanks();
        int start = at;
        while (at < line.length()) {
            int here = at;
            if (key(keys) != null) {
                at = here;
                break;
            }
            word();
        }
        return line.substring(start, at).strip();
    }

    private static boolean isEscapable(char c) {
        return c == '\\' || QUOTES.containsKey(c);
    }

    private static boolean isKeyCharacter(char c) {
        return Character.isLetter(c) || c == '-';
    }

    private void skipBlanks() {
        while (at < line.length() && TypedText.isBlank(line.charAt(at))) {
            at++;
        }
    }
}

package dev.limner.webchat.room;

import dev.limner.webchat.room.RoomException.Kind;
import org.jspecify.annotations.Nullable;

/** Text from the browser, made safe to keep: whole characters, none that control anything, and not too many. */
public final class Input {
    /** Longest message, UTF-16 units. */
    public static final int TEXT = 20_000;

    private static final int NAME = 40;
    private static final int REPLACEMENT = 0xFFFD;

    private Input() {}

    /** A message: with line breaks, not blank. */
    public static String message(@Nullable String text) throws RoomException {
        String clean = clean(text, TEXT).strip();
        if (clean.isEmpty()) {
            throw new RoomException(Kind.INVALID, "There is nothing to send: the message is empty.");
        }
        return clean;
    }

    /** A longer text that may be empty. */
    public static String text(@Nullable String text) throws RoomException {
        return clean(text, TEXT);
    }

    /** A name: one line of 1 to 40 characters. */
    public static String name(@Nullable String text) throws RoomException {
        String name = clean(text, TEXT).replaceAll("\\s+", " ").strip();
        if (name.isEmpty() || name.length() > NAME) {
            throw new RoomException(Kind.INVALID, "A name has 1 to " + NAME + " characters.");
        }
        return name;
    }

    /** A text of ours for the page: what JSON and a database cannot carry is replaced, the rest is as it was. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(c -> shown.appendCodePoint(isHalf(c) ? REPLACEMENT : c));
        return shown.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static String clean(@Nullable String text, int longest) throws RoomException {
        String given = text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n');
        if (given.length() > longest) {
            throw new RoomException(
                    Kind.INVALID,
                    "That has " + given.length() + " characters; the limit is " + longest + ". Send it in parts.");
        }
        if (given.codePoints().anyMatch(Input::isHalf)) {
            throw new RoomException(Kind.INVALID, "The text has half of a character in it. Type that place again.");
        }
        StringBuilder clean = new StringBuilder(given.length());
        given.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}

package dev.limner.webchat.room;

import dev.limner.input.RefusedException;
import dev.limner.input.UserText;
import dev.limner.webchat.room.RoomException.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text from the browser: whole characters, none that control anything, and not too many. What is not so is refused and
 * never mended, so that what is kept is what was typed.
 */
public final class Input {
    /** Longest message, UTF-16 units. */
    public static final int TEXT = 20_000;

    private static final int NAME = 40;
    /** So much of what stands before a fault is shown with it, for a control character cannot be seen. UTF-16 units. */
    private static final int BEFORE = 24;

    private static final int REPLACEMENT = 0xFFFD;

    private Input() {}

    /** A message: with line breaks, not blank. */
    public static String message(@Nullable String text) throws RoomException {
        String clean = text(text).strip();
        if (clean.isEmpty()) {
            throw new RoomException(Kind.INVALID, "There is nothing to send: the message is empty.");
        }
        return clean;
    }

    /** A longer text that may be empty. */
    public static String text(@Nullable String text) throws RoomException {
        String whole = whole(text);
        Optional<String> unprintable = UserText.unprintable(whole);
        if (unprintable.isPresent()) {
            throw new RoomException(
                    Kind.INVALID,
                    "The text has a control character in it (" + unprintable.get() + ", " + place(whole)
                            + "). Type that place again.");
        }
        return whole;
    }

    /** What a file is called, as far as it can be shown. */
    public static String fileName(@Nullable String text) throws RoomException {
        return shown(whole(text)).replaceAll("[\\n\\t/\\\\\ufffd]", "_");
    }

    /** A name: one line of 1 to 40 characters. */
    public static String name(@Nullable String text) throws RoomException {
        try {
            String name = UserText.name("A name", whole(text), NAME);
            if (name.isEmpty()) {
                throw new RoomException(Kind.INVALID, "A name has 1 to " + NAME + " characters. Type one.");
            }
            return name;
        } catch (RefusedException e) {
            throw new RoomException(Kind.INVALID, e.userText());
        }
    }

    /** A text of ours for the page: what JSON, a database or the page cannot carry is replaced, the rest is as it was. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(isHalf(c) || isControl(c) ? REPLACEMENT : c));
        return shown.toString();
    }

    private static boolean isControl(int codePoint) {
        return codePoint != '\n' && codePoint != '\t' && Character.isISOControl(codePoint);
    }

    /** Where the first control character stands, as in: after “The rain”. */
    private static String place(String text) {
        int at = 0;
        while (!isControl(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        int from = Math.max(0, at - BEFORE);
        if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
            from++;
        }
        String before = text.substring(from, at).replaceAll("\\s+", " ").strip();
        return before.isEmpty() ? "at the beginning" : "after “" + before + "”";
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static String whole(@Nullable String text) throws RoomException {
        String given = text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n');
        if (given.length() > TEXT) {
            throw new RoomException(
                    Kind.INVALID,
                    "That has " + given.length() + " characters; the limit is " + TEXT + ". Send it in parts.");
        }
        if (given.codePoints().anyMatch(Input::isHalf)) {
            throw new RoomException(Kind.INVALID, "The text has half of a character in it. Type that place again.");
        }
        return given;
    }
}

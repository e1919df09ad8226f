package dev.limner.webchat.room;

import dev.limner.input.UserText;
import dev.limner.webchat.room.RoomException.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text from the browser, made safe to keep: whole characters, none that control anything, and not too many. Where somebody
 * tells a story, a stray control character is no reason to lose the message, and is taken out; elsewhere it is refused.
 */
public final class Input {
    /** Longest message, UTF-16 units. */
    public static final int TEXT = 20_000;

    private static final int NAME = 40;
    private static final int REPLACEMENT = 0xFFFD;

    private Input() {}

    /** A message: with line breaks, not blank. */
    public static String message(@Nullable String text) throws RoomException {
        String clean = printable(whole(text)).strip();
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
                    "The text has a control character in it (" + unprintable.get() + "). Type it again without.");
        }
        return whole;
    }

    /** What a file is called, as far as it can be shown. */
    public static String fileName(@Nullable String text) throws RoomException {
        return printable(whole(text)).replaceAll("[\\n\\t/\\\\]", "_");
    }

    /** A name: one line of 1 to 40 characters. */
    public static String name(@Nullable String text) throws RoomException {
        String name = text(text).replaceAll("\\s+", " ").strip();
        if (name.isEmpty() || name.length() > NAME) {
            throw new RoomException(Kind.INVALID, "A name has 1 to " + NAME + " characters.");
        }
        return name;
    }

    /** A text of ours for the page: what JSON and a database cannot carry is replaced, the rest is as it was. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        printable(text).codePoints().forEach(c -> shown.appendCodePoint(isHalf(c) ? REPLACEMENT : c));
        return shown.toString();
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

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }
}

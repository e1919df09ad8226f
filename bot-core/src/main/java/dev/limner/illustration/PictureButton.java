package dev.limner.illustration;

import dev.limner.chat.Button;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The buttons under our messages. A button's id is a letter and the illustration's id, so that it works for as long as
 * the message stands: over restarts, and within the 64 bytes that Telegram allows.
 */
public enum PictureButton {
    REROLL('r', "Reroll"),
    EDIT('e', "Edit prompt"),
    PROMPT('p', "Prompt"),
    DELETE('d', "Delete"),
    CANCEL('c', "Cancel"),
    TRY_AGAIN('t', "Try again");

    private static final Pattern ID = Pattern.compile("([a-z])\\.([0-9a-z]{16})");

    private final char letter;
    private final String label;

    PictureButton(char letter, String label) {
        this.letter = letter;
        this.label = label;
    }

    /** A button pressed, and what it belongs to. */
    public record Pressed(PictureButton button, String illustrationId) {}

    public String idFor(String illustrationId) {
        return letter + "." + illustrationId;
    }

    public Button on(String illustrationId) {
        return new Button(idFor(illustrationId), label);
    }

    /** Those under a picture, in their order. */
    static List<Button> underPicture(String illustrationId) {
        return List.of(
                REROLL.on(illustrationId),
                EDIT.on(illustrationId),
                PROMPT.on(illustrationId),
                DELETE.on(illustrationId));
    }

    /** Reads a button's id; empty for any that is not ours. */
    public static Optional<Pressed> parse(String buttonId) {
        Matcher matcher = ID.matcher(buttonId);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        char letter = matcher.group(1).charAt(0);
        return Arrays.stream(values())
                .filter(b -> b.letter == letter)
                .findFirst()
                .map(b -> new Pressed(b, matcher.group(2)));
    }
}

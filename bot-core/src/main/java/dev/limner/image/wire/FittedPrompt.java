package dev.limner.image.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A prompt for a service that refuses one beyond some length: cut at blanks, with what is not wanted behind it.
 *
 * @param text what to send
 * @param notes for the requester: what was left out
 */
public record FittedPrompt(String text, List<String> notes) {
    /** What is not wanted gets a quarter of the room at most. */
    private static final int SHARE = 4;

    public FittedPrompt {
        notes = List.copyOf(notes);
    }

    /** @param most characters (code points) that the service takes */
    public static FittedPrompt of(String wanted, int most) {
        return of(wanted, "", unwanted -> "", most);
    }

    /**
     * @param unwanted may be empty
     * @param behind makes of what is not wanted, as far as there is room for it, what stands behind the prompt
     * @param most characters (code points) that the service takes
     */
    public static FittedPrompt of(String wanted, String unwanted, UnaryOperator<String> behind, int most) {
        List<String> notes = new ArrayList<>();
        String after = behind.apply(cut("what is not wanted", unwanted, most / SHARE, notes));
        int room = Math.max(0, most - after.codePointCount(0, after.length()));
        // said of the prompt first, which matters more
        List<String> all = new ArrayList<>();
        String before = cut("the prompt", wanted, room, all);
        all.addAll(notes);
        return new FittedPrompt(before + after, all);
    }

    private static String cut(String what, String text, int most, List<String> notes) {
        if (text.codePointCount(0, text.length()) > most) {
            notes.add("The end of " + what + " was left out: there is room for " + most + " characters.");
        }
        return PromptLength.cut(text, most);
    }

    /** All notes about a request. */
    public List<String> with(List<String> others) {
        List<String> all = new ArrayList<>(others);
        all.addAll(notes);
        return all;
    }
}

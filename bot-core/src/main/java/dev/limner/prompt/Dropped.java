package dev.limner.prompt;

import java.util.Comparator;
import java.util.List;

/**
 * Something that did not go into the prompt.
 *
 * @param what such as {@code sentence}, {@code prefix}, {@code reference}, {@code tag}
 */
public record Dropped(String what, String text, String why) {
    /** What people gave before what the story told, of which hundreds of sentences may go, so that the first few tell it. */
    public static List<Dropped> forReaders(List<Dropped> dropped) {
        return dropped.stream().sorted(Comparator.comparing(Dropped::fromStory)).toList();
    }

    private boolean fromStory() {
        return what.equals("sentence") || what.equals("message");
    }
}

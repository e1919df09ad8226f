package dev.limner.prompt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scene in somebody else's words. Nothing of it is trusted: it is cleaned like everything that people write.
 *
 * @param present names of who is there; those that the material does not name are passed over. Empty where
 *     nobody of the cast is, null where that is not said
 * @param place may be empty, as {@code mood} and {@code shot}
 */
public record WrittenScene(String description, @Nullable List<String> present, String place, String mood, String shot) {
    public WrittenScene {
        present = present == null ? null : List.copyOf(present);
    }
}

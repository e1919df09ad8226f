package dev.limner.prompt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a prompt is made from.
 *
 * @param posts oldest first
 * @param seed what the picture's noise starts from; 0 to 2^32 - 1, which every backend takes
 */
public record CompositionInput(
        ModelFamily model,
        @Nullable StyleSheet style,
        List<AvatarSheet> avatars,
        List<CharacterSheet> characters,
        List<ScenePost> posts,
        Ask ask,
        long seed) {
    public CompositionInput {
        avatars = List.copyOf(avatars);
        characters = List.copyOf(characters);
        posts = List.copyOf(posts);
    }
}

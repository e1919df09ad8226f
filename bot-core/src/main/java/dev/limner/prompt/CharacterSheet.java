package dev.limner.prompt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What composition knows of a character. Texts are as somebody gave them.
 *
 * @param playerId whose posts are this character's, as in {@link ScenePost#authorId()}
 * @param proxy the proxy name whose posts are this character's
 */
public record CharacterSheet(
        String name,
        List<String> aliases,
        String prefix,
        String negative,
        List<String> tags,
        String state,
        @Nullable String playerId,
        @Nullable String proxy) {
    public CharacterSheet {
        aliases = List.copyOf(aliases);
        tags = List.copyOf(tags);
    }
}

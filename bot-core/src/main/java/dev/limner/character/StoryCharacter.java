package dev.limner.character;

import dev.limner.chat.Scope;
import dev.limner.chat.UserRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone in a story.
 *
 * @param name unique in its scope, compared by {@link Names#fold}
 * @param prefix how the character looks, in the words of a prompt; may hold avatar tags
 * @param negative what is not to be seen when the character is; may be empty
 * @param tags avatar tags, as written
 * @param state what holds for now, such as clothes; may be empty
 * @param owner who may change it, besides moderators
 * @param player whose posts are this character's
 * @param proxy the proxy name whose posts are this character's
 */
public record StoryCharacter(
        Scope scope,
        String name,
        List<String> aliases,
        String prefix,
        String negative,
        List<String> tags,
        String state,
        UserRef owner,
        @Nullable Player player,
        @Nullable String proxy) {
    public StoryCharacter {
        aliases = List.copyOf(aliases);
        tags = List.copyOf(tags);
    }
}

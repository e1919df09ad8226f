package dev.limner.character;

import dev.limner.chat.Scope;
import dev.limner.chat.UserRef;
import java.util.List;

/**
 * A named look.
 *
 * @param name unique in its scope, compared by {@link Names#fold}
 * @param prefix what is put before every prompt; the first {@code {prompt}} in it marks where the rest goes
 * @param negative may be empty
 * @param tags avatar tags, as written
 */
public record StylePreset(Scope scope, String name, String prefix, String negative, List<String> tags, UserRef owner) {
    public StylePreset {
        tags = List.copyOf(tags);
    }
}

package dev.limner.chat;

import dev.limner.input.UserText;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a message.
 *
 * @param user the account, where the platform tells it; a proxy's post usually has none
 * @param name the name that readers of the chat see, without marks that would turn what is said around it
 */
public record Author(Kind kind, @Nullable UserRef user, String name) {
    public Author {
        name = UserText.shownName(name);
    }

    /** Proxy: a tool that posts a player's words under a character's name, such as PluralKit. */
    public enum Kind {
        PERSON,
        PROXY,
        BOT
    }
}

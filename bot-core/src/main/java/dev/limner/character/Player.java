package dev.limner.character;

import dev.limner.chat.UserRef;
import dev.limner.input.UserText;

/**
 * Who plays a character.
 *
 * @param name what the person was called when it was said; empty where that was not kept
 */
public record Player(UserRef user, String name) {
    public Player {
        name = UserText.shownName(name).strip();
    }
}

package dev.limner.conversation;

import dev.limner.chat.Place;

/** Moves what is kept to another id. Thread-safe; blocks; durable on return. */
public interface ChannelMoves {

    /**
     * Everything that is kept for a channel and its community is kept for another from now on: story, state, characters,
     * styles, settings, avatars, illustrations; and the other is a remembered place. What the other has already stays as it is: a setting of the same name gives
     * way to it, and a character, style or avatar of the same name gets a number behind its own. All of it moves, or
     * nothing; doing it again changes nothing.
     */
    void move(Place from, Place to);
}

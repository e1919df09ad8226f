package dev.limner.discord.interaction;

import java.time.Instant;

/**
 * By what an interaction can be answered.
 *
 * @param id of the interaction
 * @param application the id of the one that it was given to
 * @param token a secret: whoever has it can answer
 * @param person the id of whoever asked
 * @param until when Discord takes no answers any more
 */
public record KeptInteraction(String id, String application, String token, String person, Instant until) {

    @Override
    public String toString() {
        return "interaction " + id;
    }
}

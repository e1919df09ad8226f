package dev.limner.illustration;

import dev.limner.chat.Member;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.prompt.Ask;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish for a picture, before it is accepted.
 *
 * @param askedIn the message to reply to
 */
public record Order(
        Place place, Member by, Ask ask, @Nullable MessageRef askedIn) {}

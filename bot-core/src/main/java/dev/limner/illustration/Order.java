package dev.limner.illustration;

import dev.limner.chat.Member;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.prompt.Ask;
import dev.limner.prompt.ScenePost;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish for a picture, before it is accepted.
 *
 * @param askedIn the message to reply to
 * @param picked the message to draw, where it was picked by hand; null for the story
 */
public record Order(
        Place place,
        Member by,
        Ask ask,
        @Nullable MessageRef askedIn,
        @Nullable ScenePost picked) {

    /** Of the story. */
    public Order(Place place, Member by, Ask ask, @Nullable MessageRef askedIn) {
        this(place, by, ask, askedIn, null);
    }
}

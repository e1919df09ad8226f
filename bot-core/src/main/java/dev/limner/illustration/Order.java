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
 * @param acknowledged whether it is said that it was accepted, and how far it is; if not, nobody hears of it before its
 *     picture, or why there is none
 */
public record Order(
        Place place,
        Member by,
        Ask ask,
        @Nullable MessageRef askedIn,
        @Nullable ScenePost picked,
        boolean acknowledged) {

    public Order(Place place, Member by, Ask ask, @Nullable MessageRef askedIn, @Nullable ScenePost picked) {
        this(place, by, ask, askedIn, picked, true);
    }

    /** Of the story. */
    public Order(Place place, Member by, Ask ask, @Nullable MessageRef askedIn) {
        this(place, by, ask, askedIn, null);
    }

    public Order unacknowledged() {
        return new Order(place, by, ask, askedIn, picked, false);
    }
}

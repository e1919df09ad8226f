package dev.limner.illustration;

import dev.limner.chat.Member;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.chat.Responder;
import dev.limner.prompt.Ask;
import dev.limner.prompt.ScenePost;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish for a picture, before it is accepted.
 *
 * @param askedIn the message to reply to
 * @param picked the message to draw, where it was picked by hand; null for the story
 * @param answer the way back to whoever asks; null where there is none beside the channel
 * @param acknowledged whether it is said that it was accepted, and how far it is; if not, nobody hears of it before its
 *     picture, or why there is none
 */
public record Order(
        Place place,
        Member by,
        Ask ask,
        @Nullable MessageRef askedIn,
        @Nullable ScenePost picked,
        @Nullable Responder answer,
        boolean acknowledged) {

    public Order(
            Place place,
            Member by,
            Ask ask,
            @Nullable MessageRef askedIn,
            @Nullable ScenePost picked,
            @Nullable Responder answer) {
        this(place, by, ask, askedIn, picked, answer, true);
    }

    /** Of the story, with no way back but the channel. */
    public Order(Place place, Member by, Ask ask, @Nullable MessageRef askedIn) {
        this(place, by, ask, askedIn, null, null);
    }

    @Nullable
    String event() {
        return answer == null
                ? null
                : answer.telling().map(Responder.Telling::event).orElse(null);
    }

    /** Of what an illustration shows, or was to show. */
    public static Order like(
            Illustration original, Member by, @Nullable MessageRef askedIn, @Nullable Responder answer) {
        return new Order(original.place(), by, original.ask(), askedIn, null, answer);
    }

    public Order unacknowledged() {
        return new Order(place, by, ask, askedIn, picked, answer, false);
    }
}

package dev.limner.illustration;

import dev.limner.avatar.ImageHash;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.chat.UserRef;
import dev.limner.prompt.Ask;
import dev.limner.prompt.Composition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request for a picture and what became of it.
 *
 * @param id 16 characters of {@code [0-9a-z]}, ordered by time of acceptance
 * @param after position in the story that the scene begins behind
 * @param upTo position of the last message that the scene may hold
 * @param askedIn the message to reply to
 * @param status the message that shows place, progress, and in the end a failure
 * @param posted the message that shows the picture
 * @param failures how often a backend failed at it
 * @param told whether how it ended was shown to its requester; nothing is left to do then
 * @param ending why it failed, for its requester
 * @param notes for its requester: what the backend did not use, what it changed
 */
public record Illustration(
        String id,
        Place place,
        UserRef requester,
        String requesterName,
        Ask ask,
        long after,
        long upTo,
        long seed,
        @Nullable MessageRef askedIn,
        State state,
        @Nullable Composition composition,
        @Nullable String backend,
        @Nullable ImageHash picture,
        @Nullable MessageRef status,
        @Nullable MessageRef posted,
        int failures,
        boolean told,
        @Nullable String ending,
        List<String> notes,
        Instant accepted,
        Instant changed) {
    public Illustration {
        notes = List.copyOf(notes);
    }
}

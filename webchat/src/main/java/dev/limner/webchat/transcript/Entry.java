package dev.limner.webchat.transcript;

import dev.limner.chat.Author;
import dev.limner.chat.Button;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands in a room.
 *
 * @param position where it stands: greater than that of every message before it
 * @param person whose it is; null for our own
 * @param replyTo the id of the message that this answers
 * @param revision 0 as posted, and one more for each change
 * @param deleted a deleted message keeps nothing but its place and its nonce
 */
public record Entry(
        String room,
        String id,
        long position,
        Author.Kind kind,
        @Nullable String person,
        String name,
        String text,
        List<Picture> pictures,
        List<Button> buttons,
        @Nullable String replyTo,
        Instant at,
        int revision,
        boolean deleted,
        Owed owed) {

    public Entry {
        pictures = List.copyOf(pictures);
        buttons = List.copyOf(buttons);
    }

    /** What the listener has not yet confirmed to have kept. Told again after a restart. */
    public enum Owed {
        NOTHING,
        CHANGE,
        POST
    }

    /** A file of a message, by the hash of its bytes. */
    public record Picture(String hash, String fileName, String mediaType, String alt, boolean spoiler) {}
}

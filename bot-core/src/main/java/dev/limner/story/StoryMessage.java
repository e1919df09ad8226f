package dev.limner.story;

import dev.limner.chat.Author;
import dev.limner.chat.MessageRef;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One captured message.
 *
 * @param position orders the messages of a channel as they arrived; grows, but not by one
 * @param text empty where there is none yet
 * @param mentions display names by the id that stands in the text
 * @param heldUntil when it will be known whether a proxy replaces it; null when that is decided
 */
public record StoryMessage(
        MessageRef ref,
        long position,
        Author author,
        String text,
        Map<String, String> mentions,
        Instant at,
        @Nullable Instant heldUntil) {
    public StoryMessage {
        mentions = Map.copyOf(mentions);
    }

    /** One that is not held. */
    public StoryMessage(
            MessageRef ref, long position, Author author, String text, Map<String, String> mentions, Instant at) {
        this(ref, position, author, text, mentions, at, null);
    }
}

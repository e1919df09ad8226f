package dev.limner.story;

import dev.limner.chat.Author;
import dev.limner.chat.MessageRef;
import java.time.Instant;
import java.util.Map;

/**
 * One captured message.
 *
 * @param position orders the messages of a channel as they arrived; grows, but not by one
 * @param mentions display names by the id that stands in the text
 */
public record StoryMessage(
        MessageRef ref, long position, Author author, String text, Map<String, String> mentions, Instant at) {
    public StoryMessage {
        mentions = Map.copyOf(mentions);
    }
}

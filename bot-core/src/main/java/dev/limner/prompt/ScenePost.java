package dev.limner.prompt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A post of the story as it was written.
 *
 * @param author the name that readers saw
 * @param authorId whose post it is, as in {@link AvatarSheet#owner()}; null where nobody can tell
 * @param plays the character that the author speaks as here, where somebody said so
 * @param mentions names by the id that stands in the text, as in {@code <@5>}
 * @param minutesBefore how long nothing had been written before it; 0 where nobody knows
 */
public record ScenePost(
        Kind kind,
        String author,
        @Nullable String authorId,
        @Nullable String plays,
        String text,
        Map<String, String> mentions,
        long minutesBefore) {

    /** Bots are no story, unless they bear a character's name. */
    public enum Kind {
        PERSON,
        PROXY,
        BOT
    }

    public ScenePost {
        mentions = Map.copyOf(mentions);
    }

    /** One of which nobody knows how long nothing had been written before it. */
    public ScenePost(
            Kind kind,
            String author,
            @Nullable String authorId,
            @Nullable String plays,
            String text,
            Map<String, String> mentions) {
        this(kind, author, authorId, plays, text, mentions, 0);
    }
}

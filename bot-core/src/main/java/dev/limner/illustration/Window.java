package dev.limner.illustration;

import dev.limner.prompt.ScenePost;
import org.jspecify.annotations.Nullable;

/**
 * What of a channel's story is to be drawn: the messages with {@code after < position <= upTo}, or one picked message
 * alone, which need not have been kept.
 */
public record Window(long after, long upTo, @Nullable ScenePost picked) {

    public Window(long after, long upTo) {
        this(after, upTo, null);
    }

    static Window of(ScenePost picked) {
        return new Window(0, 0, picked);
    }
}

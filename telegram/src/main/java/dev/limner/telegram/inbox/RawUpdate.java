package dev.limner.telegram.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An update as it came.
 *
 * @param id Telegram's number for it
 * @param body its JSON; hostile
 * @param firstTold when it came, if a process that ended may have begun with it; otherwise null
 */
public record RawUpdate(long id, String body, @Nullable Instant firstTold) {

    /** One that is new. */
    public RawUpdate(long id, String body) {
        this(id, body, null);
    }
}

package dev.limner.telegram.inbox;

/**
 * An update as it came.
 *
 * @param id Telegram's number for it
 * @param body its JSON; hostile
 * @param again whether a process that ended may have begun with it
 */
public record RawUpdate(long id, String body, boolean again) {

    /** One that is new. */
    public RawUpdate(long id, String body) {
        this(id, body, false);
    }
}

package dev.limner.telegram.inbox;

/**
 * An update as it came.
 *
 * @param id Telegram's number for it
 * @param body its JSON; hostile
 */
public record RawUpdate(long id, String body) {}

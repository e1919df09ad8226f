package dev.limner.telegram.event;

/**
 * Who the bot is on Telegram.
 *
 * @param userName without the at sign
 * @param readsAll whether privacy mode is off, so that groups show it every message
 */
public record Bot(long id, String userName, boolean readsAll) {}

package dev.limner.telegram.event;

import java.util.Set;

/**
 * Who the bot is on Telegram.
 *
 * @param userName without the at sign
 * @param readsAll whether privacy mode is off, so that groups show it every message
 */
public record Bot(long id, String userName, boolean readsAll) {
    /** Statuses of who is no member (Bot API, "ChatMember"). */
    public static final Set<String> OUT = Set.of("left", "kicked");
}

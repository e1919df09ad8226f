package dev.limner.telegram;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.LengthUnit;
import dev.limner.chat.TextLimit;
import dev.limner.telegram.post.CallbackData;
import java.time.Duration;

/**
 * Telegram's limits. Numbers are of the Bot API's documentation ("sendMessage", "sendPhoto", "Sending files",
 * "InlineKeyboardButton") and of its FAQ ("My bot is hitting limits") for the pace. Where it says characters, UTF-16
 * units are counted, which is never less.
 */
final class Limits {
    private static final long FILE_BYTES = 50_000_000;
    /** 20 messages a minute in a group. */
    private static final Duration GROUP_PACE = Duration.ofSeconds(3);

    private static final Duration PRIVATE_PACE = Duration.ofSeconds(1);

    private static final Capabilities GROUP = with(GROUP_PACE);
    private static final Capabilities PRIVATE = with(PRIVATE_PACE);

    private Limits() {}

    /** Groups have negative ids. */
    static Capabilities of(ChannelRef channel) {
        return channel.id().startsWith("-") ? GROUP : PRIVATE;
    }

    private static Capabilities with(Duration pace) {
        return new Capabilities(
                units(4096),
                units(1024),
                // an album takes no keyboard, so each picture is a message of its own
                1,
                FILE_BYTES,
                // Telegram shows none
                units(1024),
                100,
                new TextLimit(64 - CallbackData.TOPIC_BYTES, LengthUnit.UTF8_BYTES),
                // not limited by the documentation; what a phone shows in two columns
                units(40),
                pace,
                false);
    }

    private static TextLimit units(int max) {
        return new TextLimit(max, LengthUnit.UTF16_UNITS);
    }
}

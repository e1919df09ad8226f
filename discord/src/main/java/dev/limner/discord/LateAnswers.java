package dev.limner.discord;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.PlannedMessage;
import java.util.List;

/**
 * Answers to an interaction that takes none any more. They were meant for one person's eyes, so they are direct messages;
 * where that person takes none, the channel is told once that the answer can be asked for again, and not what it was.
 * Thread-safe; blocks.
 */
final class LateAnswers {
    private final Posts posts;
    private final ChannelRef channel;
    private final String person;
    private boolean undeliverable;

    /** @param person the id of whoever asked */
    LateAnswers(Posts posts, ChannelRef channel, String person) {
        this.posts = posts;
        this.channel = channel;
        this.person = person;
    }

    synchronized void post(PlannedMessage message) throws ChatException {
        if (undeliverable) {
            return;
        }
        try {
            posts.tell(person, message);
        } catch (ChatException e) {
            if (e.kind() != ChatException.Kind.FORBIDDEN && e.kind() != ChatException.Kind.GONE) {
                throw e;
            }
            undeliverable = true;
            posts.send(channel, notice());
        }
    }

    private PlannedMessage notice() {
        return new PlannedMessage(
                "<@" + person
                        + "> My answer came too late to be shown to you alone, and you take no direct messages from"
                        + " me. Ask again, please.",
                List.of(),
                List.of(),
                null,
                null);
    }
}

package dev.limner.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One native message that fits the limits it was planned for. Only {@link MessagePlanner} makes them.
 *
 * @param nonce as in {@link OutgoingPost#nonce()}, distinct for each message of a post; at most 25 characters, which is
 *     Discord's limit
 */
public record PlannedMessage(
        String text,
        List<Attachment> attachments,
        List<Button> buttons,
        @Nullable MessageRef replyTo,
        @Nullable String nonce) {

    public PlannedMessage {
        attachments = List.copyOf(attachments);
        buttons = List.copyOf(buttons);
    }
}

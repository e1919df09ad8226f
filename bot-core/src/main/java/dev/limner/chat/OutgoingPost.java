package dev.limner.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said, before it is made to fit a platform.
 *
 * @param text plain text; may be empty where there is an attachment
 * @param replyTo the message that this answers
 * @param nonce names this post: where {@link Capabilities#postsOnce()} holds, repeating it does not show it twice. At
 *     most 20 characters of {@code [a-zA-Z0-9]}
 */
public record OutgoingPost(
        String text,
        List<Attachment> attachments,
        List<Button> buttons,
        @Nullable MessageRef replyTo,
        @Nullable String nonce) {

    public OutgoingPost {
        attachments = List.copyOf(attachments);
        buttons = List.copyOf(buttons);
    }

    public static OutgoingPost text(String text) {
        return new OutgoingPost(text, List.of(), List.of(), null, null);
    }
}

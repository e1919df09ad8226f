package dev.limner.chat;

import java.time.Duration;

/**
 * The limits of a channel, as data. They are enforced once, by {@link MessagePlanner}.
 *
 * @param text text of a message without attachments
 * @param caption text of a message that carries attachments
 * @param attachments how many one message may carry
 * @param attachmentBytes size of one attachment, bytes
 * @param altText description of an attachment
 * @param buttons how many one message may carry
 * @param buttonId the id of a button or form
 * @param buttonLabel the label of a button
 * @param editInterval the least time between two edits of one message
 * @param postsOnce whether a post repeated with the same nonce appears once only
 */
public record Capabilities(
        TextLimit text,
        TextLimit caption,
        int attachments,
        long attachmentBytes,
        TextLimit altText,
        int buttons,
        TextLimit buttonId,
        TextLimit buttonLabel,
        Duration editInterval,
        boolean postsOnce) {

    public Capabilities {
        if (attachments < 1) {
            throw new IllegalArgumentException("a limit of " + attachments + " attachments");
        }
    }
}

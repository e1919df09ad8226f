package dev.limner.chat;

/**
 * A file that goes out with a message.
 *
 * @param mediaType such as {@code image/png}
 * @param altText what a screen reader says; empty for what is no picture
 * @param spoiler whether it is shown only after a click, where the platform can
 */
public record Attachment(String fileName, String mediaType, Content content, String altText, boolean spoiler) {}

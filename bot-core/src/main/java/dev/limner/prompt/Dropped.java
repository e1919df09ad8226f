package dev.limner.prompt;

/**
 * Something that did not go into the prompt.
 *
 * @param what such as {@code sentence}, {@code prefix}, {@code reference}, {@code tag}
 */
public record Dropped(String what, String text, String why) {}

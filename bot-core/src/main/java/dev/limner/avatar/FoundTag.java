package dev.limner.avatar;

/** A place in a text that is a tag, or was meant to be one: {@code text.substring(start, end)}. */
public sealed interface FoundTag {
    int start();

    int end();

    /** As it stands there. */
    String text();

    record Sound(int start, int end, String text, AvatarTag tag) implements FoundTag {}

    /**
     * One that cannot be obeyed.
     *
     * @param fault a sentence or two for whoever typed it: what is wrong, and the right form
     */
    record Faulty(int start, int end, String text, String fault) implements FoundTag {}
}

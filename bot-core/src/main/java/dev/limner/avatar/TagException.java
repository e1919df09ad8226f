package dev.limner.avatar;

/** A given tag that cannot be obeyed; the message tells a person what is wrong and shows the right form. */
public final class TagException extends Exception {
    private static final long serialVersionUID = 1L;

    public TagException(String message) {
        super(message);
    }
}

package dev.limner.prompt;

/** Nothing to draw, or something given that cannot be taken; the message says what, and what to do, to a person. */
public final class CannotComposeException extends Exception {
    private static final long serialVersionUID = 1L;

    public CannotComposeException(String message) {
        super(message);
    }

    /** For the person who asked. */
    public String userText() {
        return String.valueOf(getMessage());
    }
}

package dev.limner.input;

/** What a person asked for is not done. The message is for that person: it says what was wrong and what to do. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public RefusedException(String userText) {
        super(userText);
    }

    /** @param cause for the log; the person is not told of it */
    public RefusedException(String userText, Throwable cause) {
        super(userText, cause);
    }

    /** For the person who asked; plain text without line breaks. */
    public String userText() {
        return String.valueOf(getMessage());
    }
}

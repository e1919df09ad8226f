package dev.limner.prompt;

/** Nothing to draw, or something given that cannot be taken; the message says what, and what to do, to a person. */
public final class CannotComposeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String withoutCommands;

    public CannotComposeException(String message) {
        this(message, message);
    }

    /** @param withoutCommands the same for a person who has no chat commands */
    public CannotComposeException(String message, String withoutCommands) {
        super(message);
        this.withoutCommands = withoutCommands;
    }

    /** For the person who asked. */
    public String userText() {
        return String.valueOf(getMessage());
    }

    /** For a person who asked where there are no chat commands, as through another program. */
    public String userTextWithoutCommands() {
        return withoutCommands;
    }
}

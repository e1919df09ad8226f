package dev.limner.command;

/** A typed command that cannot be taken; the message says what is wrong and shows the right form. */
public final class CommandSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    public CommandSyntaxException(String message) {
        super(message);
    }
}

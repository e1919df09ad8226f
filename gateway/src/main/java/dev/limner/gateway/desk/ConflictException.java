package dev.limner.gateway.desk;

/** A request contradicts an earlier one of the same name. */
public final class ConflictException extends Exception {
    private static final long serialVersionUID = 1L;

    public ConflictException(String message) {
        super(message);
    }
}

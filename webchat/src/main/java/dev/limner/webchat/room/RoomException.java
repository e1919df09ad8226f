package dev.limner.webchat.room;

/** Something that a room does not do; the message is for the person who wanted it. */
public final class RoomException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Kind {
        NOT_THERE,
        NOT_ALLOWED,
        INVALID,
        /** The core could not keep it; trying again is safe. */
        NOT_KEPT
    }

    private final Kind kind;

    public RoomException(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

package dev.limner.illustration;

/** How far an illustration is. */
public enum State {
    /** Stored; from here on it is drawn and posted, or its requester is told why not. */
    ACCEPTED,
    /** Its prompt is made and stored. */
    COMPOSED,
    /** A backend was asked. */
    GENERATING,
    /** The picture is stored, and not yet posted for sure. */
    POSTING,
    DONE,
    /** Something went wrong; the same may succeed when it is asked for again. */
    FAILED,
    /** It cannot be drawn as it was asked for, now or later. */
    REFUSED,
    CANCELLED;

    public boolean isFinal() {
        return this == DONE || this == FAILED || this == REFUSED || this == CANCELLED;
    }
}

package dev.limner.webchat.http;

/** A request that is not served; the message is for the person at the browser. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    public Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** An HTTP status of 400 or more. */
    public int status() {
        return status;
    }
}

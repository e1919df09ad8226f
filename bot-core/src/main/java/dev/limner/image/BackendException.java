package dev.limner.image;

import org.jspecify.annotations.Nullable;

/** A request that failed: what to tell the requester, what the operator needs, and whether to try again. */
public final class BackendException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean mayRetry;
    private final String detail;

    /**
     * @param message for the requester: what happened and what they can do; names no address, no key
     * @param detail for the operator's log: the address, the status, the server's own words, without secrets
     */
    public BackendException(String message, String detail, boolean mayRetry, @Nullable Throwable cause) {
        super(message, cause);
        this.mayRetry = mayRetry;
        this.detail = detail;
    }

    /** For the requester. */
    public String userText() {
        return String.valueOf(getMessage());
    }

    public boolean mayRetry() {
        return mayRetry;
    }

    public String detail() {
        return detail;
    }
}

package dev.limner.gateway.http;

import org.jspecify.annotations.Nullable;

/**
 * A request is not answered as it wished. The message is for whoever sent it: what was wrong, and what to do.
 */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String field;
    private final @Nullable String allow;

    public Refusal(int status, String message) {
        this(status, message, null);
    }

    /** @param field the field of the request that is at fault; one within another stands behind a slash */
    public Refusal(int status, String message, @Nullable String field) {
        this(status, message, field, null);
    }

    private Refusal(int status, String message, @Nullable String field, @Nullable String allow) {
        super(message);
        this.status = status;
        this.field = field;
        this.allow = allow;
    }

    /** @param methods those that the address takes, comma-separated */
    static Refusal otherMethod(String methods) {
        return new Refusal(405, "This address takes " + methods + ".", null, methods);
    }

    public int status() {
        return status;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    public @Nullable String field() {
        return field;
    }

    /** The methods that the address takes, where it was asked by another. */
    @Nullable
    String allow() {
        return allow;
    }
}

package dev.limner.telegram.loopback;

import org.jspecify.annotations.Nullable;

/** An answer that is no success, as the Bot API gives it. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int code;
    final transient @Nullable Integer retryAfter;
    final transient @Nullable Long migratedTo;

    public Refusal(int code, String description) {
        this(code, description, null, null);
    }

    Refusal(int code, String description, @Nullable Integer retryAfter, @Nullable Long migratedTo) {
        super(description);
        this.code = code;
        this.retryAfter = retryAfter;
        this.migratedTo = migratedTo;
    }

    public static Refusal badRequest(String description) {
        return new Refusal(400, "Bad Request: " + description);
    }

    public static Refusal tooMany(int seconds) {
        return new Refusal(429, "Too Many Requests: retry after " + seconds, seconds, null);
    }
}

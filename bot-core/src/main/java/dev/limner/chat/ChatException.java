package dev.limner.chat;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A post or edit that did not succeed: says what to tell, whether to try again, and whether it may have arrived. */
public final class ChatException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as it decides what to do next. */
    public enum Kind {
        /** Channel or message is gone. */
        GONE,
        /** The bot may not do this there. */
        FORBIDDEN,
        /** The platform will not take this message, however often it is sent. */
        REFUSED,
        /** Too fast; wait {@link ChatException#retryAfter()}. */
        RATE_LIMITED,
        /** The platform does not answer, or answers with an error of its own. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final boolean perhapsDelivered;
    private final transient @Nullable Duration retryAfter;

    public ChatException(
            Kind kind,
            String message,
            boolean perhapsDelivered,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.perhapsDelivered = perhapsDelivered;
        this.retryAfter = retryAfter;
    }

    public ChatException(Kind kind, String message) {
        this(kind, message, false, null, null);
    }

    public Kind kind() {
        return kind;
    }

    public boolean mayRetry() {
        return kind == Kind.RATE_LIMITED || kind == Kind.UNAVAILABLE;
    }

    /** Whether this way to say something is closed, and another may not be. */
    public boolean isClosed() {
        return kind == Kind.GONE || kind == Kind.FORBIDDEN;
    }

    /** Whether the message may stand in the channel all the same. */
    public boolean perhapsDelivered() {
        return perhapsDelivered;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}

package dev.limner.image;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that failed: what to tell the requester, what the operator needs, and what may be tried now. */
public final class BackendException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What may be tried after a failure, so that nothing is drawn twice. */
    public enum Next {
        /** Nothing is being drawn any more: the same once more, here or at another server. */
        AGAIN,
        /** Of no use here, and nothing is being drawn: another server may take it. */
        ELSEWHERE,
        /** Not taken as it is, now or later; another server may be less strict. */
        UNFIT,
        /** It may still be drawn here: to be asked for once more here, and only here, which finds the work again. */
        RESUME,
        /** It may still be drawn here, and cannot be found again: nobody is to draw it once more. */
        NOWHERE
    }

    private final Next next;
    private final String detail;
    private final @Nullable Duration retryAfter;

    /** @param mayRetry {@link Next#AGAIN}, otherwise {@link Next#ELSEWHERE} */
    public BackendException(String message, String detail, boolean mayRetry, @Nullable Throwable cause) {
        this(message, detail, mayRetry ? Next.AGAIN : Next.ELSEWHERE, null, cause);
    }

    /**
     * @param message for the requester: what happened and what they can do; names no address, no key
     * @param detail for the operator's log: the address, the status, the server's own words, without secrets
     * @param retryAfter how long the server asks to be left alone; null when it does not
     */
    public BackendException(
            String message, String detail, Next next, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.next = next;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    /** For the requester. */
    public String userText() {
        return String.valueOf(getMessage());
    }

    public Next next() {
        return next;
    }

    /** Whether the same backend may be asked once more. */
    public boolean mayRetry() {
        return next == Next.AGAIN || next == Next.RESUME;
    }

    /** Whether another backend may be asked: nothing is being drawn any more. */
    public boolean mayGoElsewhere() {
        return next == Next.AGAIN || next == Next.ELSEWHERE || next == Next.UNFIT;
    }

    /** Whether the same request may succeed at another time. */
    public boolean mayEverSucceed() {
        return next != Next.UNFIT;
    }

    /** How long the server asks to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public String detail() {
        return detail;
    }
}

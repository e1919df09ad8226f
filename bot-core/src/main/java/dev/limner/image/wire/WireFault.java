package dev.limner.image.wire;

import dev.limner.image.BackendException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link Fault} that happened, with the circumstances. */
public final class WireFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final @Nullable Duration retryAfter;
    private final String words;

    /** @param detail the address, the status, the server's words; secrets are taken out when it is told */
    public WireFault(Fault fault, String detail, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        this(fault, detail, retryAfter, "", cause);
    }

    private WireFault(
            Fault fault, String detail, @Nullable Duration retryAfter, String words, @Nullable Throwable cause) {
        super(detail, cause);
        this.fault = fault;
        this.retryAfter = retryAfter;
        this.words = words;
    }

    public WireFault(Fault fault, String detail) {
        this(fault, detail, null, null);
    }

    public Fault fault() {
        return fault;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The same circumstances with another meaning. */
    public WireFault as(Fault other) {
        return new WireFault(other, detail(), retryAfter, words, getCause());
    }

    /** The same with words of the service's own that its users are meant to read; secrets are taken out of them, too. */
    public WireFault saying(String told) {
        return new WireFault(fault, detail(), retryAfter, told, getCause());
    }

    /** For the core: without secrets, and without the exceptions below, whose messages may hold some. */
    public BackendException told(Endpoint endpoint) {
        String told = endpoint.withoutSecrets(detail()) + "; to do: " + fault.fix(endpoint.keyName());
        String says = words.isEmpty() ? "" : " " + endpoint.withoutSecrets(words);
        return new BackendException(fault.forRequester() + says, told, fault.next(), retryAfter, null);
    }
}

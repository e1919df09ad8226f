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

    /** @param detail the address, the status, the server's words; secrets are taken out when it is told */
    public WireFault(Fault fault, String detail, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(detail, cause);
        this.fault = fault;
        this.retryAfter = retryAfter;
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
        return new WireFault(other, detail(), retryAfter, getCause());
    }

    /** For the core: without secrets, and without the exceptions below, whose messages may hold some. */
    public BackendException told(Endpoint endpoint) {
        String told = endpoint.withoutSecrets(detail()) + "; to do: " + fault.fix(endpoint.keyName());
        return new BackendException(fault.forRequester(), told, fault.next(), retryAfter, null);
    }
}

package dev.limner.image.a1111;

import dev.limner.image.BackendException;
import org.jspecify.annotations.Nullable;

/** A {@link Fault} that happened, with the circumstances. */
final class ServerFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** @param detail the address, the status, the server's words; no secrets */
    ServerFault(Fault fault, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.fault = fault;
    }

    ServerFault(Fault fault, String detail) {
        this(fault, detail, null);
    }

    Fault fault() {
        return fault;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    BackendException asBackendException() {
        return new BackendException(fault.forRequester(), detail() + "; to do: " + fault.fix(), fault.mayRetry(), this);
    }
}

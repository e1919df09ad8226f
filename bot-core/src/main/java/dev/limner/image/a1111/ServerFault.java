package dev.limner.image.a1111;

import dev.limner.image.BackendException;
import dev.limner.image.BackendException.Next;
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
        String told = detail() + "; to do: " + fault.fix();
        return new BackendException(fault.forRequester(), told, next(), null, this);
    }

    private Next next() {
        return switch (fault) {
            // it may hang in the midst of drawing
            case STALLED -> Next.NOWHERE;
            case REJECTED -> Next.UNFIT;
            default -> fault.mayRetry() ? Next.AGAIN : Next.ELSEWHERE;
        };
    }
}

package dev.limner.image.a1111;

import dev.limner.image.BackendException;
import dev.limner.image.BackendException.Next;
import dev.limner.image.wire.WireFault;
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

    /** A call that brought no answer, or none that is a picture. */
    static ServerFault of(WireFault e) {
        Fault fault = switch (e.fault()) {
            case TOO_LARGE -> Fault.TOO_LARGE;
            case NO_PICTURE -> Fault.NO_PICTURE;
            case GARBLED -> Fault.GARBLED;
            case DOWN -> Fault.DOWN;
            // what was not sent
            case UNREACHABLE, STALLED -> Fault.UNREACHABLE;
            default -> Fault.BROKEN_OFF;
        };
        return new ServerFault(fault, e.detail(), e.getCause());
    }

    /** The same of a call that draws nothing. */
    static ServerFault inPassing(WireFault e) {
        ServerFault fault = of(e);
        return fault.fault == Fault.BROKEN_OFF ? fault.as(Fault.UNREACHABLE) : fault;
    }

    /** The same circumstances with another meaning. */
    ServerFault as(Fault other) {
        return new ServerFault(other, detail(), getCause());
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
            // it may be in the midst of drawing
            case STALLED, PERHAPS_DRAWING -> Next.NOWHERE;
            case LOST_SIGHT -> Next.RESUME;
            case REJECTED -> Next.UNFIT;
            default -> fault.mayRetry() ? Next.AGAIN : Next.ELSEWHERE;
        };
    }
}

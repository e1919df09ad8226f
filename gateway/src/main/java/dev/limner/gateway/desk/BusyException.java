package dev.limner.gateway.desk;

/** Too much waits already; the message says so to whoever asked. */
public final class BusyException extends Exception {
    private static final long serialVersionUID = 1L;

    public BusyException(String message) {
        super(message);
    }
}

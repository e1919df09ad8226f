package dev.limner.gateway.desk;

/** A request was interrupted, or its client hung up, before it was accepted. */
public final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;
}

package dev.limner.image;

/** Bytes that are no picture to work with. The message says why, for people to read. */
public final class UnusablePictureException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Fault {
        EMPTY,
        /** Of no format that is read here. */
        UNKNOWN_TYPE,
        /** More pixels than are decoded here. */
        TOO_MANY_PIXELS,
        /** Cut off or garbled. */
        BROKEN
    }

    private final Fault fault;

    public UnusablePictureException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    static UnusablePictureException cutOff(String format) {
        return new UnusablePictureException(Fault.BROKEN, "the " + format + " file ends before its picture does");
    }
}

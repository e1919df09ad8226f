package dev.limner.command;

import java.io.IOException;

/** The platform does not hand a file out, for its size. */
public final class FileTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long most;

    /** @param most bytes that it hands out */
    public FileTooLargeException(long most) {
        super("the platform hands out files of at most " + most + " bytes");
        this.most = most;
    }

    public long most() {
        return most;
    }
}

package dev.limner.app.cli;

import org.jspecify.annotations.Nullable;

/** A command could not do what it was asked; the message is one line for whoever gave it. */
final class CannotException extends Exception {
    private static final long serialVersionUID = 1L;

    CannotException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

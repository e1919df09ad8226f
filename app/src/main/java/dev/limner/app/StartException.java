package dev.limner.app;

import org.jspecify.annotations.Nullable;

/** The bot cannot start; the message is one line that says what to mend. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    public StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package dev.limner.avatar.intake;

import java.io.IOException;

/** A file that is not what its first bytes say: cut short, or inconsistent. */
final class BrokenImageException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenImageException(String message) {
        super(message);
    }
}

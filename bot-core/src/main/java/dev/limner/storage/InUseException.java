package dev.limner.storage;

/** The data folder is held by another process, which is well unless this one was to use it. */
public final class InUseException extends StorageException {
    private static final long serialVersionUID = 1L;

    InUseException(String message) {
        super(message);
    }
}

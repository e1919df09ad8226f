package dev.limner.gateway.desk;

import dev.limner.input.RefusedException;

/** An image that came with a request cannot be drawn with. The message is for whoever sent it. */
public final class UnfitImageException extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitImageException(RefusedException cause) {
        super(cause.userText(), cause);
    }

    public String userText() {
        return String.valueOf(getMessage());
    }
}

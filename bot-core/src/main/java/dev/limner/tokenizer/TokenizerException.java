package dev.limner.tokenizer;

/** A tokenizer file cannot be used; the message says why. */
public final class TokenizerException extends Exception {
    private static final long serialVersionUID = 1;

    TokenizerException(String message, Throwable cause) {
        super(message, cause);
    }
}

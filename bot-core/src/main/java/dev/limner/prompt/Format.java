package dev.limner.prompt;

/** The shape of a picture. */
public enum Format {
    SQUARE,
    UPRIGHT,
    WIDE
}

package dev.limner.app.config;

/** A value that must not be seen: only {@link #reveal()} tells it, and only to the library that needs it. */
public record Secret(String value) {

    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}

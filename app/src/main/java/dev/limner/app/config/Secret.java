package dev.limner.app.config;

/** A value that must not be seen: only {@link #reveal()} tells it, to the library that needs it. */
public final class Secret {
    private final String value;

    Secret(String value) {
        this.value = value;
    }

    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}

package dev.limner.prompt;

import java.util.Locale;

/** What is to be drawn. */
public enum Mode {
    /** The story's latest stretch with whoever is in it. */
    SCENE,
    /** The last story post alone. */
    LAST,
    /** One character, the scene only as mood. */
    PORTRAIT,
    /** The place, without its people. */
    BACKGROUND,
    /** A given text; no story. */
    IMAGINE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Format format() {
        return switch (this) {
            case SCENE, LAST, IMAGINE -> Format.SQUARE;
            case PORTRAIT -> Format.UPRIGHT;
            case BACKGROUND -> Format.WIDE;
        };
    }
}

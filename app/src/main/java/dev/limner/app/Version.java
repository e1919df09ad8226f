package dev.limner.app;

import java.util.Objects;

/** Which Limner this is. */
public final class Version {
    private Version() {}

    /** As in the jar's manifest; {@code development} when it runs from classes. */
    public static String current() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }
}

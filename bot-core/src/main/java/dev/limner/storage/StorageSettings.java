package dev.limner.storage;

import java.nio.file.Path;
import java.util.List;

/**
 * Where and how things are kept.
 *
 * @param folder the data folder ({@code LIMNER_DATA}); made when it is not there
 * @param modules further modules with tables of their own, such as {@code webchat}: their migrations stand in
 *     {@code classpath:db/NAME} and are counted apart from the core's, so versions may coincide
 * @param readers how many may read at a time, 1 or more
 */
public record StorageSettings(Path folder, List<String> modules, int readers) {
    private static final int READERS = 4;

    public StorageSettings {
        folder = folder.toAbsolutePath().normalize();
        modules = List.copyOf(modules);
    }

    /** The usual number of readers. */
    public static StorageSettings in(Path folder, String... modules) {
        return new StorageSettings(folder, List.of(modules), READERS);
    }
}

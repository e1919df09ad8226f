package dev.limner.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database on the disk for each test, removed after it. */
public final class DatabaseExtension implements BeforeEachCallback, AfterEachCallback {
    private @Nullable Path folder;
    private @Nullable Database database;

    /** The database of the running test. */
    public Database database() {
        if (database == null) {
            throw new IllegalStateException("no test is running");
        }
        return database;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        Path made = Files.createTempDirectory("limner-storage");
        folder = made;
        database = Database.open(StorageSettings.in(made));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        database().close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package dev.limner.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database for each test, removed after it: on the disk, or on PostgreSQL where the run names one. */
public final class DatabaseExtension implements BeforeEachCallback, AfterEachCallback {
    private final String[] modules;
    private @Nullable Path folder;
    private @Nullable Database database;

    /** @param modules with tables of their own */
    public DatabaseExtension(String... modules) {
        this.modules = modules.clone();
    }

    /** The database of the running test. */
    public Database database() {
        if (database == null) {
            throw new IllegalStateException("no test is running");
        }
        return database;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        Optional<String> postgres = PostgresSchema.address();
        if (postgres.isPresent()) {
            database = PostgresSchema.open(postgres.get(), List.of(modules));
            return;
        }
        Path made = Files.createTempDirectory("limner-storage");
        folder = made;
        database = Database.open(StorageSettings.in(made, modules));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        database().close();
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

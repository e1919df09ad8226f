package dev.limner.storage;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The disk under a database. Thread-safe. */
@FunctionalInterface
interface Disk {

    /** Waits until all that was committed before outlives a power cut. Others may commit meanwhile. */
    void await() throws IOException;

    /**
     * Of SQLite in WAL mode, which waits for its own disk only within a commit, while nobody else can write. What is
     * committed stands in its log, or was moved from there into the database, for which SQLite waits itself also with
     * {@code synchronous = NORMAL} (<a href="https://www.sqlite.org/pragma.html#pragma_synchronous">PRAGMA synchronous</a>).
     */
    static Disk ofSqlite(Path database) {
        Path log = database.resolveSibling(database.getFileName() + "-wal");
        return () -> force(log);
    }

    private static void force(Path file) throws IOException {
        boolean interrupted = false;
        try {
            while (!forced(file)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** @return false when it was interrupted */
    private static boolean forced(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(false);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }
}

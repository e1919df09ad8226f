package dev.limner.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The embedded database. What is written is durable when its future completes, also through a power cut. Thread-safe.
 *
 * <p>SQLite takes one writer at a time, so there is one writing connection, in a pool of its own, for which this class
 * and the job scheduler queue up; readers have others, and neither wait for it nor hold it up. The scheduler's own
 * writes, and what is noted ({@link #note}, {@link #noteNow}), do not wait for the disk: they outlive the process, and a
 * power cut may undo the last of them until {@link #settle}, but never leaves a later write without an earlier one.
 */
public final class Database implements AutoCloseable {
    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final UnaryOperator<Throwable> explain;
    private final Runnable letGo;
    private final Disk disk;
    private final GroupCommit writer;
    private final Jdbi reader;

    /**
     * @param writing one connection, which does not wait for the disk
     * @param waiting how it is made to
     * @param disk what it does not wait for
     * @param explain what to fail with, given what went wrong
     * @param letGo called when all is closed
     */
    Database(
            HikariDataSource writing,
            HikariDataSource reading,
            DiskWaiting waiting,
            Disk disk,
            UnaryOperator<Throwable> explain,
            Runnable letGo) {
        this.writing = writing;
        this.reading = reading;
        this.disk = disk;
        this.explain = explain;
        this.letGo = letGo;
        this.writer = new GroupCommit(Jdbi.create(writing), waiting, explain);
        this.reader = Jdbi.create(reading);
    }

    private static Database in(DataFolder folder, int readers) {
        return new Database(
                new HikariDataSource(pool(
                        "storage-write",
                        1,
                        source(folder, SQLiteConfig.TransactionMode.IMMEDIATE, SQLiteConfig.SynchronousMode.NORMAL))),
                readers(folder, readers),
                DiskWaiting.SQLITE,
                Disk.ofSqlite(folder.database()),
                failure -> StorageException.of(failure, folder.database())
                        .<Throwable>map(e -> e)
                        .orElse(failure),
                folder::close);
    }

    /**
     * Opens the database, makes it when it is not there, and brings its tables up to date.
     *
     * @throws StorageException when the folder cannot be used, is used by another process, or the database is damaged
     */
    public static Database open(StorageSettings settings) {
        DataFolder folder = DataFolder.hold(settings.folder());
        try {
            migrate(
                    source(folder, SQLiteConfig.TransactionMode.IMMEDIATE, SQLiteConfig.SynchronousMode.FULL),
                    settings.modules());
            return in(folder, settings.readers());
        } catch (RuntimeException e) {
            folder.close();
            throw StorageException.of(e, folder.database()).orElseGet(() -> cannotOpen(folder, e));
        }
    }

    /**
     * Does a unit of work on the writing thread, after all that was submitted before it; completes when it is durable. A
     * unit that throws is undone alone, and completes with what it threw. Returns at once, unless thousands are
     * waiting. Stages that depend on the result without an executor of their own run on the writing thread: they must not
     * block, and cannot call {@link #writeNow}.
     */
    public <T> CompletableFuture<T> write(Work<T> work) {
        return writer.submit(work, true);
    }

    /**
     * Does a unit of work in its turn, as {@link #write} does, that nobody waits for. A power cut may undo it, so that it
     * is for what is found out again.
     */
    void note(Work<?> work) {
        var unused = writer.submit(work, false);
    }

    /**
     * Does a unit of work in its turn and waits until readers see it; throws what it threw. A power cut may undo it until
     * {@link #settle}, or until something that was written later is durable, so that it is for what nobody was promised
     * yet.
     */
    <T> T noteNow(Work<T> work) {
        return result(work, false);
    }

    /**
     * Waits until all that was written, and noted, before outlives a power cut. Nobody's writing waits for that, neither
     * here nor in the job scheduler.
     */
    void settle() {
        try {
            disk.await();
        } catch (IOException e) {
            throw new StorageException("what was stored may not outlive a power cut", e);
        }
    }

    /** Does a unit of work as {@link #write} does, and waits for it; throws what it threw. */
    public <T> T writeNow(Work<T> work) {
        return result(work, true);
    }

    private <T> T result(Work<T> work, boolean durable) {
        if (writer.isWriter()) {
            throw new IllegalStateException("the writing thread would wait for itself");
        }
        try {
            return writer.submit(work, durable).join();
        } catch (CompletionException e) {
            throw unchecked(e.getCause() == null ? e : e.getCause());
        }
    }

    /** Reads on the calling thread. Sees what is written or noted by then; see {@link #catchUp}. */
    public <T> T read(Work<T> work) {
        try {
            return reader.withHandle(work::on);
        } catch (Exception e) {
            throw unchecked(explain.apply(e));
        }
    }

    /** Waits until all that was submitted before is written or has failed; at once when nothing is pending. */
    public void catchUp() {
        if (writer.isWriter()) {
            throw new IllegalStateException("the writing thread would wait for itself");
        }
        CompletableFuture<?> pending = writer.caughtUp();
        if (!pending.isDone()) {
            pending.handle((result, failure) -> true).join();
        }
    }

    /** Does what was submitted, then closes; what is submitted later fails. */
    @Override
    public void close() {
        try (writing;
                reading) {
            writer.close();
        } finally {
            letGo.run();
        }
    }

    /**
     * The one writing connection, for a library that brings its own SQL. Hold it briefly: all writers wait. A power cut
     * may undo what was written by it.
     */
    DataSource writing() {
        return writing;
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException e ? e : new StorageException("cannot be stored", failure);
    }

    private static StorageException cannotOpen(DataFolder folder, RuntimeException failure) {
        String first =
                String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("");
        return new StorageException("LIMNER_DATA: " + folder.database() + " cannot be opened: " + first, failure);
    }

    /** Brings the tables of the core, and of those modules, up to date. */
    static void migrate(DataSource source, List<String> modules) {
        migrate(source, "migration", "schema_history");
        modules.forEach(module -> migrate(source, module, "schema_history_" + module));
    }

    private static void migrate(DataSource source, String location, String history) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/" + location)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    private static HikariDataSource readers(DataFolder folder, int size) {
        HikariConfig config = pool(
                "storage-read",
                size,
                source(folder, SQLiteConfig.TransactionMode.DEFERRED, SQLiteConfig.SynchronousMode.FULL));
        config.setConnectionInitSql("PRAGMA query_only = true");
        return new HikariDataSource(config);
    }

    static HikariConfig pool(String name, int size, DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMaxLifetime(0);
        return config;
    }

    private static SQLiteDataSource source(
            DataFolder folder, SQLiteConfig.TransactionMode mode, SQLiteConfig.SynchronousMode synchronous) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(synchronous);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(10_000);
        config.setTransactionMode(mode);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.database());
        return source;
    }
}

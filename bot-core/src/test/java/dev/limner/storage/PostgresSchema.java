package dev.limner.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The same tables and statements on PostgreSQL: a schema of its own for each test, in the database that
 * {@code -Dlimner.postgres.url=jdbc:postgresql://...} names, dropped when the test is over.
 */
final class PostgresSchema {
    private static final String PROPERTY = "limner.postgres.url";
    private static final int READERS = 4;
    /** <a href="https://www.postgresql.org/docs/current/wal-async-commit.html">Asynchronous commit</a>. */
    private static final DiskWaiting WAITING =
            new DiskWaiting("set synchronous_commit = on", "set synchronous_commit = off");

    private PostgresSchema() {}

    /** The address to run the storage tests against; empty for the embedded database. */
    static Optional<String> address() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).filter(url -> !url.isBlank());
    }

    static Database open(String address, List<String> modules) {
        String schema = "limner_test_" + UUID.randomUUID().toString().replace("-", "");
        Jdbi whole = Jdbi.create(source(address, null));
        whole.useHandle(handle -> handle.execute("create schema " + schema));
        Runnable drop = () -> whole.useHandle(handle -> handle.execute("drop schema " + schema + " cascade"));
        try {
            DataSource within = source(address, schema);
            Database.migrate(within, modules);
            HikariConfig reading = Database.pool("storage-read", READERS, within);
            reading.setReadOnly(true);
            return new Database(
                    new HikariDataSource(Database.pool("storage-write", 1, within)),
                    new HikariDataSource(reading),
                    WAITING,
                    () -> flush(within),
                    UnaryOperator.identity(),
                    drop);
        } catch (RuntimeException e) {
            drop.run();
            throw e;
        }
    }

    /** A transaction that has an id flushes the log when it commits, and with it all that was committed before. */
    private static void flush(DataSource within) {
        Jdbi.create(within).useHandle(handle -> handle.execute("select pg_current_xact_id()"));
    }

    private static DataSource source(String address, @Nullable String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address);
        if (schema != null) {
            source.setCurrentSchema(schema);
        }
        return source;
    }
}

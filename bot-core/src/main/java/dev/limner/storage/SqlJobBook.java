package dev.limner.storage;

import dev.limner.image.JobBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Jobs in {@code remote_job}; services drop theirs long before they are dropped here. */
public final class SqlJobBook implements JobBook {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Database database;
    private final InstantSource clock;

    public SqlJobBook(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<String> find(String service, String request) {
        return database.read(handle -> handle.select(
                        "select job from remote_job where service = ? and request = ? and begun > ?",
                        service,
                        request,
                        oldest(clock.instant()))
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void put(String service, String request, String job) {
        Instant now = clock.instant();
        var unused = database.writeNow(handle -> {
            handle.execute("delete from remote_job where begun <= ?", oldest(now));
            return handle.execute(
                    "insert into remote_job (service, request, job, begun) values (?, ?, ?, ?)"
                            + " on conflict (service, request) do update set job = excluded.job, begun = excluded.begun",
                    service,
                    request,
                    job,
                    now.toEpochMilli());
        });
    }

    @Override
    public void remove(String service, String request) {
        var unused = database.noteNow(
                handle -> handle.execute("delete from remote_job where service = ? and request = ?", service, request));
    }

    private static long oldest(Instant now) {
        return now.minus(KEPT).toEpochMilli();
    }
}

package dev.limner.telegram.inbox;

import dev.limner.storage.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Updates in {@code telegram_update}. */
public final class SqlInbox implements Inbox {
    private static final Logger log = LoggerFactory.getLogger(SqlInbox.class);
    /** Telegram keeps updates for 24 hours (Bot API, "Getting updates"), so none comes again after that. */
    private static final Duration MEMORY = Duration.ofDays(2);

    private final Database database;
    private final InstantSource clock;

    public SqlInbox(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<RawUpdate> keep(List<RawUpdate> updates) {
        if (updates.isEmpty()) {
            return List.of();
        }
        long now = clock.millis();
        return database.writeNow(handle -> {
            List<RawUpdate> fresh = new ArrayList<>();
            for (RawUpdate update : updates) {
                int inserted = handle.execute(
                        "insert into telegram_update (id, body, received) values (?, ?, ?)"
                                + " on conflict (id) do nothing",
                        update.id(),
                        update.body(),
                        now);
                if (inserted > 0) {
                    fresh.add(update);
                }
            }
            handle.execute(
                    "delete from telegram_update where received < ? and handled is not null", now - MEMORY.toMillis());
            return fresh;
        });
    }

    @Override
    public List<RawUpdate> open() {
        database.catchUp();
        return database.read(
                handle -> handle.select("select id, body from telegram_update where handled is null order by id")
                        .map((row, context) -> new RawUpdate(row.getLong("id"), row.getString("body"), true))
                        .list());
    }

    @Override
    public void complete(long id, String command) {
        var unused = database.writeNow(
                handle -> handle.execute("update telegram_update set completed = ? where id = ?", command, id));
    }

    @Override
    public Optional<String> completed(long id) {
        return database.read(handle -> handle.select(
                        "select completed from telegram_update where id = ? and completed is not null", id)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void handled(long id) {
        close(id, "body = '', ");
    }

    @Override
    public void setAside(long id) {
        close(id, "");
    }

    /** Their JSON was written here, without blanks; within its texts every quotation mark has a backslash before it. */
    @Override
    public void forget(String person) {
        String id = "%\"id\":" + person;
        var unused = database.writeNow(handle -> handle.execute(
                "update telegram_update set body = '' where handled is not null and (body like ? or body like ?)",
                id + ",%",
                id + "}%"));
    }

    private void close(long id, String besides) {
        long now = clock.millis();
        var unused = database.write(handle -> handle.execute(
                        "update telegram_update set " + besides + "completed = null, handled = ? where id = ?",
                        now,
                        id))
                .whenComplete((count, fault) -> {
                    if (fault != null) {
                        log.warn("update {} will be handled again after the next start: {}", id, fault.getMessage());
                    }
                });
    }
}

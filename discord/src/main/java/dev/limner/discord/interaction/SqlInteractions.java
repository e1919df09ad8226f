package dev.limner.discord.interaction;

import dev.limner.storage.Database;
import dev.limner.storage.Work;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Interactions in {@code discord_interaction}. */
public final class SqlInteractions implements InteractionStore {
    private static final Logger log = LoggerFactory.getLogger(SqlInteractions.class);

    private final Database database;
    private final InstantSource clock;

    public SqlInteractions(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void keep(KeptInteraction interaction) {
        submit(handle -> handle.execute(
                "insert into discord_interaction (id, application, token, person, until) values (?, ?, ?, ?, ?)"
                        + " on conflict (id) do nothing",
                interaction.id(),
                interaction.application(),
                interaction.token(),
                interaction.person(),
                interaction.until().toEpochMilli()));
    }

    @Override
    public Optional<KeptInteraction> find(String id) {
        database.catchUp();
        return database.read(handle -> handle.select(
                        "select application, token, person, until from discord_interaction where id = ? and until > ?",
                        id,
                        clock.millis())
                .map((row, context) -> new KeptInteraction(
                        id,
                        row.getString("application"),
                        row.getString("token"),
                        row.getString("person"),
                        Instant.ofEpochMilli(row.getLong("until"))))
                .findOne());
    }

    @Override
    public void drop(String id) {
        submit(handle -> handle.execute("delete from discord_interaction where id = ?", id));
    }

    @Override
    public void dropExpired() {
        submit(handle -> handle.execute("delete from discord_interaction where until <= ?", clock.millis()));
    }

    @Override
    public void forget(String person) {
        var unused =
                database.writeNow(handle -> handle.execute("delete from discord_interaction where person = ?", person));
    }

    /** Of what failed the kind alone is logged, since its message repeats what was to be written, which is secret. */
    private void submit(Work<Integer> work) {
        var unused = database.write(work).whenComplete((rows, fault) -> {
            if (fault != null) {
                log.warn(
                        "the way back to an interaction was not noted: {}",
                        fault.getClass().getSimpleName());
            }
        });
    }
}

package dev.limner.discord.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.storage.Database;
import dev.limner.storage.StorageSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlInteractionsTest extends InteractionStoreContract {
    @TempDir
    Path folder;

    private @Nullable Database database;

    @BeforeEach
    void open() {
        database = Database.open(StorageSettings.in(folder, "discord"));
    }

    @AfterEach
    void close() {
        database().close();
    }

    private Database database() {
        return Objects.requireNonNull(database);
    }

    @Override
    InteractionStore store() {
        return new SqlInteractions(database(), clock());
    }

    @Override
    int rows() {
        database().catchUp();
        return database()
                .read(handle -> handle.select("select count(*) from discord_interaction")
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void what_was_kept_is_there_after_a_restart() {
        KeptInteraction one = new KeptInteraction("1", "app", "secret", "sam", Instant.parse("2026-08-01T12:15:00Z"));
        store().keep(one);
        close();

        open();

        assertThat(store().find("1")).contains(one);
    }
}

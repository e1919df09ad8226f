package dev.limner.telegram.inbox;

import dev.limner.storage.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Questions in {@code telegram_question}; those that nobody answered within a day are forgotten. */
public final class SqlQuestions implements QuestionStore {
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Database database;
    private final InstantSource clock;

    public SqlQuestions(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void put(long chat, int message, String person, String form) {
        long now = clock.millis();
        var unused = database.writeNow(handle -> {
            handle.execute("delete from telegram_question where asked < ?", now - PATIENCE.toMillis());
            return handle.execute(
                    "insert into telegram_question (chat, message, person, form, asked) values (?, ?, ?, ?, ?)"
                            + " on conflict (chat, message) do nothing",
                    chat,
                    message,
                    person,
                    form,
                    now);
        });
    }

    @Override
    public Optional<String> find(long chat, int message, String person) {
        return database.read(handle -> handle.select(
                        "select form from telegram_question where chat = ? and message = ? and person = ?",
                        chat,
                        message,
                        person)
                .mapTo(String.class)
                .findOne());
    }
}

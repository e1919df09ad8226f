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
    public void put(long chat, int message, Asked asked) {
        long now = clock.millis();
        var unused = database.writeNow(handle -> {
            handle.execute("delete from telegram_question where asked < ?", now - PATIENCE.toMillis());
            return handle.execute(
                    "insert into telegram_question (chat, message, person, form, asked) values (?, ?, ?, ?, ?)"
                            + " on conflict (chat, message) do nothing",
                    chat,
                    message,
                    asked.person(),
                    asked.form(),
                    now);
        });
    }

    @Override
    public Optional<Asked> find(long chat, int message) {
        return database.read(handle -> handle.select(
                        "select person, form from telegram_question where chat = ? and message = ?", chat, message)
                .map((row, context) -> new Asked(row.getString("person"), row.getString("form")))
                .findOne());
    }

    @Override
    public void forget(String person) {
        var unused =
                database.writeNow(handle -> handle.execute("delete from telegram_question where person = ?", person));
    }

    @Override
    public void move(long from, long to) {
        var unused = database.writeNow(handle -> {
            handle.execute(
                    "delete from telegram_question where chat = ?"
                            + " and message in (select message from telegram_question where chat = ?)",
                    from,
                    to);
            return handle.execute("update telegram_question set chat = ? where chat = ?", to, from);
        });
    }
}

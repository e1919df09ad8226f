package dev.limner.telegram.inbox;

import dev.limner.chat.ChannelRef;
import dev.limner.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Conversations in {@code telegram_conversation}; after a day they are forgotten. */
public final class SqlConversations implements ConversationStore {
    private static final Duration MEMORY = Duration.ofDays(1);

    private final Database database;

    public SqlConversations(Database database) {
        this.database = database;
    }

    @Override
    public void put(ChannelRef channel, String person, Conversation conversation) {
        long asked = conversation.asked().toEpochMilli();
        var unused = database.writeNow(handle -> {
            handle.execute("delete from telegram_conversation where asked < ?", asked - MEMORY.toMillis());
            return handle.execute(
                    "insert into telegram_conversation (channel, person, kind, led_by, message, state, asked)"
                            + " values (?, ?, ?, ?, ?, ?, ?) on conflict (channel, person) do update set"
                            + " kind = excluded.kind, led_by = excluded.led_by, message = excluded.message,"
                            + " state = excluded.state, asked = excluded.asked",
                    channel.id(),
                    person,
                    conversation.kind().name(),
                    conversation.update(),
                    conversation.message(),
                    conversation.state(),
                    asked);
        });
    }

    @Override
    public Optional<Conversation> find(ChannelRef channel, String person) {
        return database.read(handle -> handle.select(
                        "select kind, led_by, message, state, asked from telegram_conversation"
                                + " where channel = ? and person = ?",
                        channel.id(),
                        person)
                .map((row, context) -> new Conversation(
                        Conversation.Kind.valueOf(row.getString("kind")),
                        row.getLong("led_by"),
                        row.getInt("message"),
                        row.getString("state"),
                        Instant.ofEpochMilli(row.getLong("asked"))))
                .findOne());
    }

    @Override
    public void end(ChannelRef channel, String person, long update) {
        var unused = database.writeNow(handle -> handle.execute(
                "delete from telegram_conversation where channel = ? and person = ? and led_by <= ?",
                channel.id(),
                person,
                update));
    }

    @Override
    public void forget(String person) {
        var unused = database.writeNow(
                handle -> handle.execute("delete from telegram_conversation where person = ?", person));
    }

    @Override
    public void move(ChannelRef from, ChannelRef to) {
        var unused = database.writeNow(handle -> {
            handle.execute(
                    "delete from telegram_conversation where channel = ?"
                            + " and person in (select person from telegram_conversation where channel = ?)",
                    from.id(),
                    to.id());
            return handle.execute("update telegram_conversation set channel = ? where channel = ?", to.id(), from.id());
        });
    }
}

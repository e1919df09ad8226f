package dev.limner.storage;

import dev.limner.chat.Author;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.UserRef;
import dev.limner.story.StoryLog;
import dev.limner.story.StoryMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The captured messages in {@code story_message}. Every read sees what was appended before it. */
public final class SqlStoryLog implements StoryLog {
    private static final String COLUMNS =
            "channel, message, position, author_kind, author, author_name, content, mentions, written_at, held_until";

    private final Database database;

    public SqlStoryLog(Database database) {
        this.database = database;
    }

    @Override
    public CompletionStage<Void> append(StoryMessage message) {
        Author author = message.author();
        Instant heldUntil = message.heldUntil();
        return database.write(handle -> handle.execute(
                        "insert into story_message (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (channel, message) do nothing",
                        Refs.stored(message.ref().channel()),
                        message.ref().id(),
                        message.position(),
                        author.kind().name(),
                        Refs.storedOrNull(author.user()),
                        author.name(),
                        message.text(),
                        Json.write(message.mentions()),
                        message.at().toEpochMilli(),
                        heldUntil == null ? null : heldUntil.toEpochMilli()))
                .thenAccept(inserted -> {});
    }

    @Override
    public CompletionStage<Boolean> replace(MessageRef message, String text, Map<String, String> mentions) {
        Map<String, String> names = Map.copyOf(mentions);
        return database.write(handle -> handle.execute(
                        "update story_message set content = ?, mentions = ? where channel = ? and message = ?",
                        text,
                        Json.write(names),
                        Refs.stored(message.channel()),
                        message.id())
                > 0);
    }

    @Override
    public CompletionStage<Boolean> remove(MessageRef message) {
        return database.write(handle -> handle.execute(
                        "delete from story_message where channel = ? and message = ?",
                        Refs.stored(message.channel()),
                        message.id())
                > 0);
    }

    @Override
    public CompletionStage<Void> release(MessageRef message) {
        return database.write(handle -> handle.execute(
                        "update story_message set held_until = null where channel = ? and message = ?"
                                + " and held_until is not null",
                        Refs.stored(message.channel()),
                        message.id()))
                .thenAccept(released -> {});
    }

    @Override
    public List<StoryMessage> held() {
        return select("where held_until is not null");
    }

    @Override
    public Optional<Instant> heldUntil(ChannelRef channel, long after, long upTo) {
        database.catchUp();
        return database.read(handle -> handle.select(
                                "select held_until from story_message where channel = ? and held_until is not null"
                                        + " and position > ? and position <= ? order by held_until desc limit 1",
                                Refs.stored(channel),
                                after,
                                upTo)
                        .mapTo(Long.class)
                        .findFirst())
                .map(Instant::ofEpochMilli);
    }

    @Override
    public Optional<StoryMessage> find(MessageRef message) {
        return select("where channel = ? and message = ?", Refs.stored(message.channel()), message.id()).stream()
                .findFirst();
    }

    @Override
    public List<StoryMessage> window(ChannelRef channel, long after, long upTo, int limit) {
        List<StoryMessage> newestFirst = new ArrayList<>(select(
                "where channel = ? and position > ? and position <= ? and content <> '' order by position desc limit ?",
                Refs.stored(channel),
                after,
                upTo,
                limit));
        Collections.reverse(newestFirst);
        return List.copyOf(newestFirst);
    }

    @Override
    public long count(ChannelRef channel) {
        database.catchUp();
        return database.read(
                handle -> handle.select("select count(*) from story_message where channel = ?", Refs.stored(channel))
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public List<ChannelRef> channels() {
        database.catchUp();
        return database.read(handle -> handle.select("select distinct channel from story_message")
                .map((row, context) -> Refs.channel(row.getString(1)))
                .list());
    }

    @Override
    public int forget(ChannelRef channel) {
        return database.writeNow(
                handle -> handle.execute("delete from story_message where channel = ?", Refs.stored(channel)));
    }

    @Override
    public int forgetOlderThan(ChannelRef channel, Instant instant) {
        return database.writeNow(handle -> handle.execute(
                "delete from story_message where channel = ? and written_at < ?",
                Refs.stored(channel),
                instant.toEpochMilli()));
    }

    @Override
    public int forgetBy(UserRef author) {
        return database.writeNow(
                handle -> handle.execute("delete from story_message where author = ?", Refs.stored(author)));
    }

    @Override
    public List<StoryMessage> writtenBy(UserRef author, int limit) {
        return select("where author = ? order by written_at, position limit ?", Refs.stored(author), limit);
    }

    private List<StoryMessage> select(String rest, Object... arguments) {
        database.catchUp();
        return database.read(handle -> handle.select("select " + COLUMNS + " from story_message " + rest, arguments)
                .map(SqlStoryLog::message)
                .list());
    }

    private static StoryMessage message(ResultSet row, StatementContext context) throws SQLException {
        return new StoryMessage(
                new MessageRef(Refs.channel(row.getString("channel")), row.getString("message")),
                row.getLong("position"),
                new Author(
                        Author.Kind.valueOf(row.getString("author_kind")),
                        Refs.userOrNull(row.getString("author")),
                        row.getString("author_name")),
                row.getString("content"),
                Json.stringMap(row.getString("mentions")),
                Instant.ofEpochMilli(row.getLong("written_at")),
                heldUntil(row));
    }

    private static @Nullable Instant heldUntil(ResultSet row) throws SQLException {
        long millis = row.getLong("held_until");
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}

package dev.limner.telegram;

import dev.limner.storage.Database;
import dev.limner.storage.StorageSettings;
import dev.limner.telegram.api.BotAddress;
import dev.limner.telegram.inbox.SqlConversations;
import dev.limner.telegram.inbox.SqlInbox;
import dev.limner.telegram.inbox.SqlQuestions;
import dev.limner.telegram.loopback.LoopbackBotApi;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Posted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The adapter on a real database, before a Bot API on loopback with one group in it. */
final class Rig implements AutoCloseable {
    static final long GROUP = -100777L;

    private final LoopbackBotApi api = new LoopbackBotApi();
    private final Path folder;
    private volatile Duration ahead = Duration.ZERO;
    private final InstantSource clock = () -> Instant.now().plus(ahead);
    private Database database;
    private Telegram telegram;

    Rig(Path folder) {
        this.folder = folder;
        api.methods().chat(GROUP, "supergroup", "The Long Corridor");
        database = Database.open(StorageSettings.in(folder, "telegram"));
        telegram = telegramOn(database);
    }

    private Telegram telegramOn(Database opened) {
        return new Telegram(
                new BotAddress(api.base(), LoopbackBotApi.TOKEN),
                new SqlInbox(opened, clock),
                new SqlQuestions(opened, clock),
                new SqlConversations(opened),
                clock);
    }

    /** From now on, until the restart, what is handled stays open, as where the process ends just before that is noted. */
    void leaveOpen() {
        var unused = database.writeNow(handle -> handle.execute("create trigger leave_open before update of handled on"
                + " telegram_update begin select raise(ignore); end"));
    }

    /** Ends the adapter, and gives one that knows only what was kept; not started. */
    Telegram restarted() {
        telegram.close();
        database.close();
        database = Database.open(StorageSettings.in(folder, "telegram"));
        var unused = database.writeNow(handle -> handle.execute("drop trigger if exists leave_open"));
        telegram = telegramOn(database);
        return telegram;
    }

    /** So much time passes. */
    void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    LoopbackBotApi api() {
        return api;
    }

    Database database() {
        return database;
    }

    Telegram telegram() {
        return telegram;
    }

    Person person(long id, String name) {
        return new Person(api, GROUP, null, id, name, name.toLowerCase(java.util.Locale.ROOT) + "_writes");
    }

    List<Posted> posted() {
        return api.methods().posted(GROUP);
    }

    @Override
    public void close() {
        telegram.close();
        database.close();
        api.close();
    }
}

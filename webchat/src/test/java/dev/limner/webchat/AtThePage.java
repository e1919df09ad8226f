package dev.limner.webchat;

import dev.limner.chat.ChatEvent;
import dev.limner.command.CommandCatalog;
import dev.limner.storage.Database;
import dev.limner.storage.StorageSettings;
import dev.limner.webchat.transcript.SqlTranscript;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A room with its page open, and what the room tells the core written down. */
abstract class AtThePage {
    @TempDir
    Path folder;

    final List<ChatEvent> events = new CopyOnWriteArrayList<>();
    Database database;
    WebChat chat;
    Browser browser;

    @BeforeEach
    void begin() throws Exception {
        database = Database.open(StorageSettings.in(folder, "webchat"));
        chat = new WebChat(
                0, folder.resolve("uploads"), new SqlTranscript(database), new PlainView(), InstantSource.system());
        chat.start(
                event -> {
                    events.add(event);
                    return CompletableFuture.completedFuture(null);
                },
                CommandCatalog.standard());
        browser = new Browser(chat.address());
    }

    @AfterEach
    void end() {
        browser.close();
        chat.close();
        database.close();
    }
}

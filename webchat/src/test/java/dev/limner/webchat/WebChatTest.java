package dev.limner.webchat;

import dev.limner.chat.ChatPlatform;
import dev.limner.chat.ChatPlatformContract;
import dev.limner.chat.ChatUser;
import dev.limner.storage.Database;
import dev.limner.storage.StorageSettings;
import dev.limner.webchat.transcript.SqlTranscript;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

/** The web chat keeps the contract of every platform, over real HTTP and on a real database. */
@SuppressWarnings("NullAway.Init") // set by what the contract calls before each test
class WebChatTest extends ChatPlatformContract {
    @TempDir
    Path folder;

    private Database database;
    private WebChat chat;
    private Browser browser;

    @Override
    protected ChatPlatform open() {
        database = Database.open(StorageSettings.in(folder, "webchat"));
        chat = new WebChat(
                0, folder.resolve("uploads"), new SqlTranscript(database), new PlainView(), InstantSource.system());
        return chat;
    }

    @Override
    protected ChatUser user() {
        browser = new Browser(chat.address());
        return new BrowserUser(browser, "Jo");
    }

    @Override
    protected void shutDown() {
        browser.close();
        database.close();
    }
}

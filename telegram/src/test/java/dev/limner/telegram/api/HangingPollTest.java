package dev.limner.telegram.api;

import static org.awaitility.Awaitility.await;

import dev.limner.storage.Database;
import dev.limner.storage.StorageSettings;
import dev.limner.telegram.inbox.RawUpdate;
import dev.limner.telegram.inbox.SqlInbox;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.LoopbackBotApi;
import dev.limner.telegram.loopback.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line to Telegram that died without a word, as behind a router that forgot it. */
class HangingPollTest {
    @TempDir
    Path folder;

    @Test
    void a_poll_that_is_never_answered_is_given_up_and_asked_anew() {
        List<RawUpdate> arrived = new CopyOnWriteArrayList<>();
        try (LoopbackBotApi server = new LoopbackBotApi();
                Database database = Database.open(StorageSettings.in(folder, "telegram"));
                Polls polls = new Polls(
                        new BotAddress(server.base(), LoopbackBotApi.TOKEN),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1));
                Poller poller =
                        new Poller(polls, new SqlInbox(database, InstantSource.system()), arrived::add, why -> {})) {
            server.methods().chat(-1, "group", "Small");
            server.fail("getUpdates", Fault.of(Fault.Kind.HANG));
            new Person(server, -1, null, 11, "Jo", null).say("still there");

            poller.start();

            await().atMost(Duration.ofSeconds(60)).until(() -> arrived.size() == 1);
            poller.close();
            poller.join();
        }
    }
}

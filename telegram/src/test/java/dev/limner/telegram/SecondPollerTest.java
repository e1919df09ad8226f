package dev.limner.telegram;

import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.command.CommandCatalog;
import dev.limner.storage.Database;
import dev.limner.storage.StorageSettings;
import dev.limner.telegram.api.BotAddress;
import dev.limner.telegram.api.Poller;
import dev.limner.telegram.inbox.SqlConversations;
import dev.limner.telegram.inbox.SqlInbox;
import dev.limner.telegram.inbox.SqlQuestions;
import dev.limner.telegram.loopback.LoopbackBotApi;
import dev.limner.telegram.loopback.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Another process with the same token, as where Limner was started on a second machine and forgotten on the first. */
class SecondPollerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final Heard heard = new Heard();
    private final Heard elsewhere = new Heard();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Poller.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Rig rig;
    private Person jo;

    @BeforeEach
    void begin() throws Exception {
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
        rig = new Rig(folder.resolve("here"));
        jo = rig.person(11, "Jo");
        rig.telegram().start(heard, CommandCatalog.standard());
        await().atMost(PATIENCE).until(() -> rig.api().polls() > 0);
    }

    @AfterEach
    void end() {
        rig.close();
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    private Telegram second(Database database) {
        return new Telegram(
                new BotAddress(rig.api().base(), LoopbackBotApi.TOKEN),
                new SqlInbox(database, InstantSource.system()),
                new SqlQuestions(database, InstantSource.system()),
                new SqlConversations(database),
                InstantSource.system());
    }

    private List<String> told() {
        return List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static List<String> texts(Heard who) {
        return who.all(MessagePosted.class).stream().map(MessagePosted::text).toList();
    }

    @Test
    void is_told_of_by_both_with_what_to_do_and_ends_neither() throws Exception {
        try (Database database = Database.open(StorageSettings.in(folder.resolve("elsewhere"), "telegram"));
                Telegram second = second(database)) {
            second.start(elsewhere, CommandCatalog.standard());
            await().atMost(PATIENCE)
                    .until(() -> told().stream()
                                    .filter(line -> line.contains("409")
                                            && line.contains("Another process polls with this token")
                                            && line.contains("end that one"))
                                    .count()
                            >= 2);
            jo.say("one");
            jo.say("two");
            await().atMost(PATIENCE)
                    .until(() -> Stream.concat(texts(heard).stream(), texts(elsewhere).stream())
                            .toList()
                            .containsAll(List.of("one", "two")));
        }

        jo.say("three");

        await().atMost(PATIENCE).until(() -> texts(heard).contains("three"));
        await().atMost(PATIENCE).until(() -> told().contains("polling Telegram again"));
    }
}

package dev.limner.telegram.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.storage.Database;
import dev.limner.storage.StorageSettings;
import dev.limner.telegram.inbox.RawUpdate;
import dev.limner.telegram.inbox.SqlInbox;
import dev.limner.telegram.loopback.LoopbackBotApi;
import dev.limner.telegram.loopback.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An update that cannot even be handed on costs itself alone, and no later start. */
class PoisonedUpdateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final LoopbackBotApi server = new LoopbackBotApi();
    private final List<Long> arrived = new CopyOnWriteArrayList<>();
    private Database database;
    private SqlInbox inbox;
    private Person jo;

    @BeforeEach
    void begin() {
        database = Database.open(StorageSettings.in(folder, "telegram"));
        inbox = new SqlInbox(database, InstantSource.system());
        server.methods().chat(-1, "group", "Small");
        jo = new Person(server, -1, null, 11, "Jo", null);
    }

    @AfterEach
    void end() {
        database.close();
        server.close();
    }

    /** Until as many arrived. */
    private void poll(int until, Consumer<RawUpdate> handler) {
        try (Polls polls = new Polls(new BotAddress(server.base(), LoopbackBotApi.TOKEN));
                Poller poller = new Poller(polls, inbox, handler, why -> {})) {
            poller.start();
            await().atMost(PATIENCE).until(() -> arrived.size() >= until && server.waiting() == 0);
            poller.close();
            polls.close();
            poller.join();
        }
    }

    private Consumer<RawUpdate> throwing(Runnable poison) {
        return update -> {
            arrived.add(update.id());
            if (update.body().contains("poison")) {
                poison.run();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, OutOfMemoryError.class, LinkageError.class, AssertionError.class})
    void whatever_is_thrown_over_it_the_others_arrive_and_polling_goes_on(Class<? extends Error> kind) {
        jo.say("before");
        jo.say("poison");
        jo.say("in the same answer");

        poll(4, throwing(() -> {
            // once it is thrown, the next poll is to bring one more
            jo.say("after");
            throwNew(kind);
        }));

        assertThat(arrived).containsExactly(1000L, 1001L, 1002L, 1003L);
    }

    private static void throwNew(Class<? extends Error> kind) {
        try {
            throw kind.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void it_comes_again_after_the_next_start_and_holds_up_nothing_there_either() {
        jo.say("poison");
        Runnable poison = () -> {
            throw new StackOverflowError("a fault of ours");
        };
        poll(1, throwing(poison));
        jo.say("after");

        poll(3, throwing(poison));

        assertThat(arrived).containsExactly(1000L, 1000L, 1001L);
    }
}

package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.ChatException;
import dev.limner.command.CommandCatalog;
import dev.limner.storage.Database;
import dev.limner.storage.StorageSettings;
import dev.limner.telegram.api.BotAddress;
import dev.limner.telegram.inbox.SqlConversations;
import dev.limner.telegram.inbox.SqlInbox;
import dev.limner.telegram.inbox.SqlQuestions;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.LoopbackBotApi;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates arrive, each once, whatever the server and the updates themselves are like. */
class PollingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final Heard heard = new Heard();
    private Rig rig;
    private Person jo;

    @BeforeEach
    void begin() {
        rig = new Rig(folder);
        jo = rig.person(11, "Jo");
    }

    @AfterEach
    void end() {
        rig.close();
    }

    private void start() throws Exception {
        rig.telegram().start(heard, CommandCatalog.standard());
    }

    @Test
    void an_update_that_is_no_json_is_passed_over_alone() throws Exception {
        jo.say("before");
        rig.api().pushRaw("{\"update_id\":%d,\"message\":" + "[".repeat(3000) + "]".repeat(3000) + "}");
        rig.api().pushRaw("{\"update_id\":%d,\"message\":{\"text\":\"a\u0001b\\q\"}}");
        jo.say("after");

        start();

        assertThat(heard.wait(MessagePosted.class, 2))
                .extracting(MessagePosted::text)
                .containsExactly("before", "after");
        await().atMost(PATIENCE).until(() -> rig.api().waiting() == 0);
    }

    @Test
    void what_the_server_does_wrong_is_outlived() throws Exception {
        for (Fault fault : new Fault[] {
            Fault.of(Fault.Kind.HTML_502),
            Fault.of(Fault.Kind.CUT_BEFORE),
            Fault.of(new Refusal(409, "Conflict: terminated by other getUpdates request")),
            Fault.of(Refusal.tooMany(1)),
            Fault.of(new Refusal(500, "Internal Server Error"))
        }) {
            rig.api().fail("getUpdates", fault);
        }
        jo.say("at last");

        start();

        assertThat(heard.first(MessagePosted.class).text()).isEqualTo("at last");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "null", "{\"ok\":true}", "{\"ok\":true,\"result\":[{\"message\":{}}]}", "<html></html>"
            })
    void an_answer_that_tells_of_no_updates_is_not_asked_for_again_at_once(String body) throws Exception {
        int more = 200;
        IntStream.range(0, more).forEach(i -> rig.api().fail("getUpdates", Fault.noAnswer(body)));
        start();
        await().atMost(PATIENCE).until(() -> rig.api().toFail("getUpdates") < more);

        await().during(Duration.ofMillis(300)).until(() -> rig.api().toFail("getUpdates") > more - 20);
    }

    @Test
    void after_an_answer_that_tells_of_no_updates_it_goes_on() throws Exception {
        rig.api().fail("getUpdates", Fault.noAnswer("{\"ok\":true}"));
        jo.say("at last");

        start();

        assertThat(heard.first(MessagePosted.class).text()).isEqualTo("at last");
    }

    @Test
    void what_was_acknowledged_and_not_handled_is_handled_after_the_next_start_and_once() throws Exception {
        CompletableFuture<Void> never = new CompletableFuture<>();
        heard.react(
                event -> event instanceof MessagePosted posted && posted.text().equals("in the middle")
                        ? never
                        : CompletableFuture.completedFuture(null));
        start();
        jo.say("before");
        jo.say("in the middle");
        heard.wait(MessagePosted.class, 2);
        await().atMost(PATIENCE).until(() -> rig.api().waiting() == 0);

        rig.restarted();
        heard.react(event -> CompletableFuture.completedFuture(null));
        start();
        jo.say("after");

        assertThat(heard.wait(MessagePosted.class, 4))
                .extracting(MessagePosted::text)
                .containsExactly("before", "in the middle", "in the middle", "after");
    }

    @Test
    void an_update_that_the_server_gives_again_is_not_handled_again() throws Exception {
        start();
        jo.say("one");
        heard.wait(MessagePosted.class, 1);
        rig.telegram().close();
        // as after a crash, the process has forgotten what it acknowledged, and the server gives it once more
        rig.api().again(1000, "{\"update_id\":1000,\"message\":{\"text\":\"one, again\"}}");

        rig.restarted();
        start();
        jo.say("two");

        assertThat(heard.wait(MessagePosted.class, 2))
                .extracting(MessagePosted::text)
                .containsExactly("one", "two");
    }

    @Test
    void what_was_handled_leaves_no_words_behind() throws Exception {
        start();
        jo.say("a secret of the group");
        heard.wait(MessagePosted.class, 1);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rig.database()
                                .<String>read(handle -> handle.select(
                                                "select coalesce(max(body), 'none') from telegram_update")
                                        .mapTo(String.class)
                                        .one()))
                        .isEmpty());
    }

    @Test
    void a_token_that_telegram_does_not_know_is_said_at_the_start() {
        try (Database database = Database.open(StorageSettings.in(folder.resolve("other"), "telegram"));
                Telegram stranger = new Telegram(
                        new BotAddress(rig.api().base(), "1:wrong"),
                        new SqlInbox(database, InstantSource.system()),
                        new SqlQuestions(database, InstantSource.system()),
                        new SqlConversations(database),
                        InstantSource.system())) {
            assertThatThrownBy(() -> stranger.start(heard, CommandCatalog.standard()))
                    .isInstanceOf(ChatException.class)
                    .hasMessageContaining("TELEGRAM_TOKEN")
                    .hasMessageNotContaining("1:wrong");
        }
    }

    @Test
    void the_menu_holds_every_command_for_groups_and_private_chats() throws Exception {
        start();

        int menus = 2 * (1 + CommandCatalog.translations().size());
        await().atMost(PATIENCE).until(() -> rig.api().calls("setMyCommands").size() == menus);
        assertThat(rig.api().calls("setMyCommands"))
                .allSatisfy(call -> assertThat(call.parameters().path("commands"))
                        .hasSize(CommandCatalog.standard().names().size()))
                .extracting(call -> call.parameters().path("scope").path("type").asText())
                .contains("all_group_chats", "all_private_chats");
        assertThat(rig.api().calls("setMyCommands"))
                .filteredOn(call -> call.text("language_code").equals("de"))
                .hasSize(2)
                .allSatisfy(call -> assertThat(
                                call.parameters().path("commands").toString())
                        .contains(CommandCatalog.standard().in(Locale.GERMAN).description("scene")));
    }

    @Test
    void the_address_of_the_bot_hides_its_token() {
        assertThat(new BotAddress(rig.api().base(), LoopbackBotApi.TOKEN))
                .asString()
                .doesNotContain(LoopbackBotApi.TOKEN);
    }
}

package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.ChatException;
import dev.limner.command.CommandCatalog;
import dev.limner.telegram.api.BotAddress;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.LoopbackBotApi;
import dev.limner.telegram.loopback.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start where Telegram is away or does not want the bot, and what doctor says of it. */
class TelegramStartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final Heard heard = new Heard();
    private Rig rig;

    @BeforeEach
    void begin() {
        rig = new Rig(folder);
    }

    @AfterEach
    void end() {
        rig.close();
    }

    private TelegramCheck.Finding doctor() {
        return TelegramCheck.of(new BotAddress(rig.api().base(), LoopbackBotApi.TOKEN));
    }

    @Test
    void while_telegram_does_not_answer_it_starts_all_the_same_and_listens_once_it_does() throws Exception {
        rig.api().fail("getMe", Fault.of(Fault.Kind.CUT_BEFORE));
        rig.api().fail("getMe", Fault.of(Fault.Kind.HTML_502));

        rig.telegram().start(heard, CommandCatalog.standard());

        assertThat(rig.telegram().summary()).contains("does not answer yet");
        rig.person(11, "Jo").say("at last");
        assertThat(heard.first(MessagePosted.class).text()).isEqualTo("at last");
        assertThat(rig.telegram().summary()).isEqualTo("https://t.me/" + LoopbackBotApi.BOT_NAME);
    }

    @Test
    void a_start_that_telegram_does_not_answer_holds_up_nobody_and_is_tried_again() throws Exception {
        rig.api().fail("getMe", Fault.of(Fault.Kind.HANG));
        rig.person(11, "Jo").say("at last");

        rig.telegram().start(heard, CommandCatalog.standard());

        assertThat(heard.first(MessagePosted.class).text()).isEqualTo("at last");
    }

    @Test
    void menus_that_telegram_does_not_take_hold_up_neither_the_start_nor_what_is_said_and_are_set_later()
            throws Exception {
        rig.api().fail("setMyCommands", Fault.of(Fault.Kind.HTML_502));
        rig.api().fail("setMyCommands", Fault.of(Fault.Kind.HANG));

        rig.telegram().start(heard, CommandCatalog.standard());
        rig.person(11, "Jo").say("hello");

        assertThat(heard.first(MessagePosted.class).text()).isEqualTo("hello");
        await().atMost(PATIENCE).until(() -> rig.api().calls("setMyCommands").size() == 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"getMe", "setMyCommands"})
    void it_is_closed_while_telegram_leaves_a_call_of_the_start_unanswered(String method) {
        rig.api().fail(method, Fault.of(Fault.Kind.HANG));
        CompletableFuture<Void> start = CompletableFuture.runAsync(() -> {
            try {
                rig.telegram().start(heard, CommandCatalog.standard());
            } catch (ChatException e) {
                throw new IllegalStateException(e);
            }
        });
        await().atMost(PATIENCE).until(() -> !rig.api().calls(method).isEmpty());

        rig.telegram().close();

        assertThat(start).succeedsWithin(PATIENCE);
        assertThat(heard.all(ChatEvent.class)).isEmpty();
    }

    @Test
    void a_token_that_turns_out_to_be_unknown_ends_the_trying() throws Exception {
        rig.api().fail("getMe", Fault.of(Fault.Kind.HTML_502));
        rig.api().fail("getMe", Fault.of(new Refusal(401, "Unauthorized")));

        rig.telegram().start(heard, CommandCatalog.standard());

        await().atMost(PATIENCE).until(() -> rig.telegram().summary().contains("TELEGRAM_TOKEN"));
        assertThat(rig.telegram().outage())
                .hasValueSatisfying(why -> assertThat(why).contains("TELEGRAM_TOKEN"));
        assertThat(rig.api().polls()).isZero();
    }

    @Test
    void while_updates_cannot_be_had_that_is_told_with_why_and_only_so_long() throws Exception {
        for (int i = 0; i < 3; i++) {
            rig.api().fail("getUpdates", Fault.of(new Refusal(409, "Conflict")));
        }

        rig.telegram().start(heard, CommandCatalog.standard());

        await().atMost(PATIENCE)
                .until(() -> rig.telegram()
                        .outage()
                        .filter(why -> why.contains("Another process polls"))
                        .isPresent());
        rig.person(11, "Jo").say("Mira lifts the lantern.");
        await().atMost(PATIENCE).until(() -> rig.telegram().outage().isEmpty());
    }

    @Test
    void a_token_that_is_taken_back_ends_the_polling() throws Exception {
        rig.api().fail("getUpdates", Fault.of(new Refusal(401, "Unauthorized")));

        rig.telegram().start(heard, CommandCatalog.standard());

        await().atMost(PATIENCE)
                .until(() -> rig.telegram()
                        .outage()
                        .filter(why -> why.contains("TELEGRAM_TOKEN"))
                        .isPresent());
        assertThat(rig.api().polls()).isZero();
    }

    @Test
    void doctor_says_that_all_is_well_or_what_privacy_mode_hides_with_the_fix() {
        assertThat(doctor().fixes()).isEmpty();

        rig.api().methods().botReadsAll(false);

        assertThat(doctor().findings()).anySatisfy(f -> assertThat(f).contains("privacy mode is on"));
        assertThat(doctor().fixes())
                .singleElement()
                .satisfies(fix -> assertThat(fix)
                        .startsWith("make the bot an administrator")
                        .contains("/setprivacy", "@BotFather", "forgets the stories", "/story on"));
    }

    @Test
    void doctor_says_that_a_webhook_keeps_updates_away_with_the_fix() {
        rig.api().methods().webhook("https://elsewhere.example/bot");

        assertThat(doctor().findings()).anySatisfy(f -> assertThat(f).contains("webhook"));
        assertThat(doctor().fixes())
                .singleElement()
                .satisfies(fix -> assertThat(fix).contains("deleteWebhook"));
    }

    @Test
    void doctor_tells_a_wrong_token_from_a_server_that_is_away() {
        rig.api().fail("getMe", Fault.of(new Refusal(401, "Unauthorized")));
        assertThat(doctor().findings())
                .singleElement()
                .satisfies(f -> assertThat(f).contains("TELEGRAM_TOKEN"));

        rig.api().fail("getMe", Fault.of(Fault.Kind.CUT_BEFORE));
        assertThat(doctor().findings())
                .singleElement()
                .satisfies(f -> assertThat(f).contains("TELEGRAM_API_URL", "network"));
    }
}

package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.command.CommandCatalog;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Telegram does not tell who moderates: nobody is told for that that they do not. */
class UnknownAdministratorsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final Heard heard = new Heard();
    private Rig rig;
    private Person jo;

    @BeforeEach
    void begin() throws Exception {
        rig = new Rig(folder);
        jo = rig.person(11, "Jo");
        rig.api().methods().administrator(Rig.GROUP, jo.id(), true);
        rig.telegram().start(heard, CommandCatalog.standard());
    }

    @AfterEach
    void end() {
        rig.close();
    }

    @Test
    void is_asked_again_when_it_fails_once_or_wants_a_short_rest() {
        rig.api().fail("getChatAdministrators", Fault.of(Fault.Kind.HTML_502));
        jo.say("/story on");

        assertThat(heard.first(CommandInvoked.class).by().moderator()).isTrue();
    }

    @Test
    void after_a_rest_that_is_short_they_are_known() {
        rig.api().fail("getChatAdministrators", Fault.of(Refusal.tooMany(1)));
        jo.say("/story on");

        assertThat(heard.first(CommandInvoked.class).by().moderator()).isTrue();
    }

    @Test
    void whoever_gives_a_command_or_presses_a_button_is_asked_to_try_again_and_stories_go_on() {
        rig.api().fail("getChatAdministrators", Fault.of(Refusal.tooMany(60)));
        int command = jo.say("/story on");
        await().atMost(PATIENCE).until(() -> rig.posted().size() == 1);
        assertThat(rig.posted().get(0).text()).contains("who moderates here", "Try again in a minute");
        assertThat(rig.posted().get(0).replyTo()).isEqualTo(command);

        rig.api().fail("getChatAdministrators", Fault.of(Refusal.tooMany(60)));
        jo.press(rig.posted().get(0).id(), "r.123");
        await().atMost(PATIENCE).until(() -> !rig.api().methods().windows().isEmpty());
        assertThat(rig.api().methods().windows().toString()).contains("who moderates here");

        rig.api().fail("getChatAdministrators", Fault.of(Refusal.tooMany(60)));
        jo.reply(jo.message(), "a line of the story");
        heard.first(MessagePosted.class);
        jo.say("/story on");

        assertThat(heard.first(CommandInvoked.class).by().moderator()).isTrue();
        assertThat(heard.all(ButtonPressed.class)).isEmpty();
    }
}

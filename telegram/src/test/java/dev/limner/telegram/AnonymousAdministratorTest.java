package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.chat.Button;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.FormSubmitted;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.Form;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlannedMessage;
import dev.limner.command.CommandCatalog;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Posted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody whose messages come in the name of the group, and whose pressed buttons from an account that is not even among
 * the administrators that the bot is told of.
 */
class AnonymousAdministratorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ChannelRef GROUP = new ChannelRef(Telegram.ID, Long.toString(Rig.GROUP));
    private static final String THE_GROUP = "chat:" + Rig.GROUP;

    @TempDir
    Path folder;

    private final Heard heard = new Heard();
    private Rig rig;
    private Person ann;

    @BeforeEach
    void begin() throws Exception {
        rig = new Rig(folder);
        ann = rig.person(11, "Ann").anonymous();
        rig.telegram().start(heard, CommandCatalog.standard());
    }

    @AfterEach
    void end() {
        rig.close();
    }

    private Posted asked(int number) {
        await().atMost(PATIENCE).until(() -> rig.posted().size() >= number);
        return rig.posted().get(number - 1);
    }

    @Test
    void is_led_through_a_command_by_replies_alone() {
        ann.say("/character");
        assertThat(asked(1).asksForReply()).isTrue();
        assertThat(asked(1).text()).contains("one of", "set", "list", "remove");
        ann.reply(asked(1).id(), "Set");
        ann.reply(asked(2).id(), "Mira");
        ann.reply(asked(3).id(), "a lean elf");
        assertThat(asked(4).text()).contains("aliases", "Done");
        ann.reply(asked(4).id(), "aliases");
        ann.reply(asked(5).id(), "Mir");
        ann.reply(asked(6).id(), "done");

        CommandInvoked given = heard.first(CommandInvoked.class);
        assertThat(given.invocation().required("name")).isEqualTo("Mira");
        assertThat(given.invocation().text("aliases")).hasValue("Mir");
        assertThat(given.by().user().id()).isEqualTo(THE_GROUP);
        assertThat(given.by().moderator()).isTrue();
        assertThat(heard.all(MessagePosted.class)).as("answers are no story").isEmpty();
    }

    @Test
    void is_asked_again_for_what_is_none_of_the_choices() {
        ann.say("/settings");
        ann.reply(asked(1).id(), "sett");
        assertThat(asked(2).text()).isEqualTo(asked(1).text());
        ann.reply(asked(2).id(), "show");

        assertThat(heard.first(CommandInvoked.class).invocation().spec().path()).isEqualTo("settings show");
    }

    /** @return the question that a button pressed under Ann's own account led to */
    private Posted askedOfAnn() throws Exception {
        MessageRef picture = rig.telegram()
                .send(
                        GROUP,
                        new PlannedMessage("Done", List.of(), List.of(new Button("e.1", "Edit prompt")), null, null));
        ann.press(Integer.parseInt(picture.id()), "e.1");
        ButtonPressed pressed = heard.first(ButtonPressed.class);
        assertThat(pressed.by().user().id()).isEqualTo("11");
        pressed.responder()
                .forms()
                .orElseThrow()
                .open(new Form("e.1", "Edit prompt", "What is to be drawn", "a lantern"));

        return asked(2);
    }

    @Test
    void answers_the_question_that_a_button_pressed_under_their_own_account_led_to() throws Exception {
        ann.reply(askedOfAnn().id(), "two lanterns");

        FormSubmitted submitted = heard.first(FormSubmitted.class);
        assertThat(submitted.value()).isEqualTo("two lanterns");
        assertThat(submitted.by().user().id()).isEqualTo(THE_GROUP);
    }

    @Test
    void answers_it_also_where_the_bot_is_told_who_is_anonymous() throws Exception {
        rig.api().methods().anonymous(Rig.GROUP, ann.id());
        rig.api().methods().botIs(Rig.GROUP, "administrator");

        ann.reply(askedOfAnn().id(), "two lanterns");

        assertThat(heard.first(FormSubmitted.class).by().user().id()).isEqualTo(THE_GROUP);
    }

    @Test
    void does_not_answer_for_somebody_who_is_known_not_to_be_one() throws Exception {
        rig.api().methods().botIs(Rig.GROUP, "administrator");
        Posted question = askedOfAnn();

        ann.reply(question.id(), "nine lanterns");

        assertThat(heard.first(MessagePosted.class).text()).isEqualTo("nine lanterns");
        assertThat(heard.all(FormSubmitted.class)).isEmpty();
    }

    @Test
    void does_not_answer_for_an_administrator_who_writes_under_their_own_name() throws Exception {
        rig.api().methods().administrator(Rig.GROUP, ann.id(), true);
        Posted question = askedOfAnn();

        ann.reply(question.id(), "nine lanterns");

        assertThat(heard.first(MessagePosted.class).text()).isEqualTo("nine lanterns");
        assertThat(heard.all(FormSubmitted.class)).isEmpty();
    }

    @Test
    void is_the_only_identity_beside_their_own_that_answers_a_question_asked_of_somebody() throws Exception {
        Posted question = askedOfAnn();
        ObjectNode written = Person.withText(rig.person(11, "Ann").message(), "text", "nine lanterns");
        written.putObject("sender_chat")
                .put("id", -100888L)
                .put("type", "channel")
                .put("title", "Mira");

        rig.person(11, "Ann").reply(question.id(), written);

        assertThat(heard.first(MessagePosted.class).text()).isEqualTo("nine lanterns");
        assertThat(heard.all(FormSubmitted.class)).isEmpty();
    }

    @Test
    void sends_the_picture_that_a_command_waits_for() {
        ann.say("/avatar add face mira");
        asked(1);

        ann.push(ann.photo(new byte[] {1, 2, 3, 4}));

        assertThat(heard.first(CommandInvoked.class).by().user().id()).isEqualTo(THE_GROUP);
    }
}

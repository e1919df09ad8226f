package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.MessageRef;
import dev.limner.command.CommandCatalog;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Where there are no forms: buttons to choose with, and questions that are answered by a reply. */
class GuideTest extends InTheGroup {
    private static final ChannelRef GROUP = new ChannelRef(Telegram.ID, Long.toString(Rig.GROUP));

    @Test
    void a_pressed_button_is_answered_also_where_its_handling_breaks() {
        jo.say("/settings");
        await().atMost(PATIENCE).until(() -> rig.posted().size() == 1);
        heard.react(event -> {
            throw new NoClassDefFoundError("something");
        });

        jo.press(rig.posted().get(0).id(), "r.123");

        await().atMost(PATIENCE)
                .until(() -> !rig.api().calls("answerCallbackQuery").isEmpty());
    }

    @Test
    void a_character_is_set_value_by_value() {
        jo.say("/character");
        assertThat(asked(1).buttons()).contains(List.of("set", "g:set"), List.of("remove", "g:remove"));
        jo.press(asked(1).id(), "g:set");
        assertThat(asked(2).text()).contains("name");
        jo.reply(asked(2).id(), "Ann \"Red\" Lee");
        assertThat(asked(3).text()).contains("prefix");
        jo.reply(asked(3).id(), "tall, freckled, tags=none of them");
        assertThat(asked(4).buttons()).contains(List.of("aliases", "g:aliases"), List.of("Done", "g:Done"));
        jo.press(asked(4).id(), "g:aliases");
        jo.reply(asked(5).id(), "Annie");
        jo.press(asked(6).id(), "g:Done");

        CommandInvoked given = heard.first(CommandInvoked.class);
        assertThat(given.invocation().spec().path()).isEqualTo("character set");
        assertThat(given.invocation().required("name")).isEqualTo("Ann \"Red\" Lee");
        assertThat(given.invocation().required("prefix")).isEqualTo("tall, freckled, tags=none of them");
        assertThat(given.invocation().text("aliases")).hasValue("Annie");
        assertThat(given.by().user().id()).isEqualTo("11");
        assertThat(heard.all(MessagePosted.class)).as("answers are no story").isEmpty();
        await().atMost(PATIENCE).until(() -> rig.api().methods().openQueries().isEmpty());
    }

    @Test
    void a_setting_is_chosen_by_a_button_and_its_value_by_a_reply() {
        rig.api().methods().topic(Rig.GROUP, 45);
        Person there = jo.in(45);
        there.say("/settings@limner_bot");
        there.press(asked(1).id(), "g:set");
        assertThat(asked(2).buttons()).contains(List.of("spoiler", "g:spoiler/45"));
        there.press(asked(2).id(), "g:spoiler");
        there.reply(asked(3).id(), "on");

        CommandInvoked given = heard.first(CommandInvoked.class);
        assertThat(given.invocation().required("key")).isEqualTo("spoiler");
        assertThat(given.invocation().required("value")).isEqualTo("on");
        assertThat(rig.posted()).allSatisfy(p -> assertThat(p.topic()).isEqualTo(45));
    }

    @Test
    void what_a_guided_command_is_about_is_what_the_command_answered() {
        jo.say("/story");
        jo.press(asked(1).id(), "g:forget");
        assertThat(heard.first(CommandInvoked.class).about()).as("all of it").isNull();

        int kept = jo.say("Mira lifts the lantern.");
        ObjectNode command = Person.withText(jo.message(), "text", "/story");
        command.set(
                "reply_to_message",
                Person.withText(jo.message(), "text", "Mira lifts the lantern.").put("message_id", kept));
        jo.push(command);
        jo.press(asked(2).id(), "g:forget");
        await().atMost(PATIENCE).until(() -> heard.all(CommandInvoked.class).size() == 2);
        assertThat(heard.all(CommandInvoked.class).get(1).about())
                .isEqualTo(new MessageRef(GROUP, Integer.toString(kept)));
    }

    @Test
    void a_question_that_telegram_does_not_take_now_comes_later() {
        rig.api().fail("sendMessage", Fault.of(Refusal.tooMany(1)));
        jo.say("/character");
        jo.press(asked(1).id(), "g:list");
        assertThat(heard.first(CommandInvoked.class).invocation().spec().path()).isEqualTo("character list");
    }

    @Test
    void a_button_whose_handling_throws_is_answered() {
        jo.say("/character");
        int keyboard = asked(1).id();
        heard.react(event -> {
            throw new IllegalStateException("as a fault of ours would");
        });
        jo.press(keyboard, "r.0123456789abcdef");
        await().atMost(PATIENCE)
                .until(() -> !heard.all(ButtonPressed.class).isEmpty()
                        && rig.api().methods().openQueries().isEmpty());
    }

    @Test
    void a_button_whose_handling_fails_later_is_answered() {
        jo.say("/character");
        int keyboard = asked(1).id();
        CompletableFuture<Void> handling = new CompletableFuture<>();
        heard.react(event -> handling);
        jo.press(keyboard, "r.0123456789abcdef");
        heard.first(ButtonPressed.class);
        handling.completeExceptionally(new IllegalStateException("as a fault of ours would"));

        await().atMost(PATIENCE).until(() -> rig.api().methods().openQueries().isEmpty());
    }

    @Test
    void a_conversation_is_of_one_person_and_the_newest_counts() {
        jo.say("/settings");
        Person sam = rig.person(12, "Sam");
        sam.press(asked(1).id(), "g:show");
        await().atMost(PATIENCE).until(() -> rig.api().methods().windows().size() == 1);
        jo.say("/character");
        jo.press(asked(1).id(), "g:show");
        await().atMost(PATIENCE).until(() -> rig.api().methods().windows().size() == 2);
        jo.press(asked(2).id(), "g:list");

        assertThat(heard.first(CommandInvoked.class).invocation().spec().path()).isEqualTo("character list");
        assertThat(heard.all(CommandInvoked.class)).hasSize(1);
    }

    @Test
    void a_person_is_led_through_one_command_in_each_chat_and_topic_at_a_time() {
        rig.api().methods().topic(Rig.GROUP, 45);
        Person there = jo.in(45);
        jo.say("/settings");
        int here = asked(1).id();
        there.say("/character");
        int inTopic = asked(2).id();

        jo.press(here, "g:show");
        there.press(inTopic, "g:list");

        assertThat(heard.wait(CommandInvoked.class, 2))
                .extracting(c -> c.invocation().spec().path())
                .containsExactlyInAnyOrder("settings show", "character list");
    }

    @Test
    void a_command_that_is_deleted_meanwhile_is_led_through_all_the_same() {
        ObjectNode command = Person.withText(jo.message(), "text", "/character");
        rig.api().methods().unsay(Rig.GROUP, command.path("message_id").asInt());
        jo.push(command);

        jo.press(asked(1).id(), "g:set");
        jo.reply(asked(2).id(), "Mira");

        assertThat(asked(1).replyTo()).isNull();
        assertThat(asked(3).text()).contains("prefix");
    }

    @Test
    void what_is_wrong_with_a_value_is_said_in_the_end() {
        jo.say("/settings");
        jo.press(asked(1).id(), "g:set");
        jo.press(asked(2).id(), "g:nonsense");

        await().atMost(PATIENCE)
                .until(() -> !rig.api().methods().openQueries().isEmpty()
                        || rig.posted().size() > 2);
        jo.reply(asked(3).id(), "x");
        assertThat(asked(4).text()).contains("key is");
    }

    @Test
    void a_conversation_goes_on_after_a_restart() throws Exception {
        jo.say("/settings");
        jo.press(asked(1).id(), "g:set");
        jo.press(asked(2).id(), "g:spoiler");
        int question = asked(3).id();

        rig.restarted().start(heard, CommandCatalog.standard());
        jo.reply(question, "on");

        assertThat(heard.first(CommandInvoked.class).invocation().required("value"))
                .isEqualTo("on");
    }

    @Test
    void an_answer_that_took_too_long_is_told_so_and_is_no_story() {
        jo.say("/settings");
        jo.press(asked(1).id(), "g:set");
        jo.press(asked(2).id(), "g:spoiler");
        int question = asked(3).id();
        rig.pass(Duration.ofMinutes(11));

        jo.reply(question, "on");

        assertThat(asked(4).text()).contains("longer than ten minutes", "anew");
        assertThat(heard.all(CommandInvoked.class)).isEmpty();
        assertThat(heard.all(MessagePosted.class)).isEmpty();
    }

    @Test
    void a_second_answer_to_the_same_question_is_no_story_and_told_so() {
        jo.say("/character");
        jo.press(asked(1).id(), "g:set");
        jo.reply(asked(2).id(), "Mira");
        asked(3);

        int second = jo.reply(asked(2).id(), "Mira Vale");

        assertThat(asked(4).text()).contains("no longer wait", "anew");
        assertThat(asked(4).replyTo()).isEqualTo(second);
        assertThat(heard.all(MessagePosted.class)).isEmpty();
    }

    @Test
    void words_in_answer_to_the_question_for_a_picture_are_no_story_and_told_so() {
        jo.say("/avatar add face mira");

        jo.reply(asked(1).id(), "which one?");

        assertThat(asked(2).text()).contains("wait for a picture");
        assertThat(heard.all(MessagePosted.class)).isEmpty();
    }

    @Test
    void a_button_of_a_conversation_that_took_too_long_says_so() {
        jo.say("/settings");
        int choice = asked(1).id();
        rig.pass(Duration.ofMinutes(11));

        jo.press(choice, "g:set");

        await().atMost(PATIENCE).until(() -> rig.api().methods().windows().size() == 1);
        assertThat(rig.api().methods().windows().get(0)).contains("took too long");
        assertThat(rig.posted()).hasSize(1);
    }
}

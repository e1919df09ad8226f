package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.command.CommandCatalog;
import dev.limner.telegram.loopback.Posted;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** A command of several messages is as safe as one that is typed: what completed it completes it again. */
class CompletedCommandTest extends InTheGroup {

    /** The process ends when the command was given and is not followed yet, then another takes over. */
    private List<CommandInvoked> givenAgainAfterAnEnd(Runnable last) throws Exception {
        heard.react(event -> new CompletableFuture<>());
        last.run();
        heard.wait(CommandInvoked.class, 1);
        heard.react(event -> CompletableFuture.completedFuture(null));
        rig.restarted().start(heard, CommandCatalog.standard());
        return heard.wait(CommandInvoked.class, 2);
    }

    @Test
    void a_picture_that_a_command_waited_for_is_not_lost_when_the_process_ends_while_it_is_fetched() throws Exception {
        jo.say("/avatar add face mira");
        asked(1);

        List<CommandInvoked> given = givenAgainAfterAnEnd(() -> jo.push(jo.photo(new byte[] {1, 2, 3})));

        assertThat(given).allSatisfy(c -> {
            assertThat(c.invocation().required("name")).isEqualTo("mira");
            assertThat(c.invocation().image("image")).isPresent();
        });
    }

    @Test
    void the_last_answer_of_a_guided_command_is_not_lost_and_no_story_when_the_process_ends_behind_it()
            throws Exception {
        jo.say("/settings");
        jo.press(asked(1).id(), "g:set");
        jo.press(asked(2).id(), "g:spoiler");
        Posted question = asked(3);

        List<CommandInvoked> given = givenAgainAfterAnEnd(() -> jo.reply(question.id(), "on"));

        assertThat(given)
                .allSatisfy(c -> assertThat(c.invocation().required("value")).isEqualTo("on"));
        assertThat(heard.all(MessagePosted.class)).isEmpty();
    }

    /** Something is told again, then the next message is heard. */
    private void toldAgainAfterTheNextQuestion(int question) throws Exception {
        await().atMost(PATIENCE).until(() -> isWaitedFor(asked(question)));
        rig.restarted().start(heard, CommandCatalog.standard());
        int before = heard.all(MessagePosted.class).size();
        jo.say("after");
        heard.wait(MessagePosted.class, before + 1);
    }

    private boolean isWaitedFor(Posted question) {
        return rig.database()
                .read(handle -> handle.select(
                                "select count(*) from telegram_conversation where message = ?", question.id())
                        .mapTo(Integer.class)
                        .one()
                        .equals(1));
    }

    @Test
    void an_answer_that_led_to_the_next_question_before_the_process_ended_is_no_story_and_leads_there_once()
            throws Exception {
        jo.say("/character");
        jo.press(asked(1).id(), "g:set");
        asked(2);
        rig.leaveOpen();
        jo.reply(asked(2).id(), "Mira");

        toldAgainAfterTheNextQuestion(3);

        assertThat(heard.all(MessagePosted.class))
                .extracting(MessagePosted::text)
                .containsExactly("after");
        assertThat(rig.posted()).hasSize(3);
        jo.reply(asked(3).id(), "a lean elf");
        jo.press(asked(4).id(), "g:Done");
        assertThat(heard.first(CommandInvoked.class).invocation().required("name"))
                .isEqualTo("Mira");
    }

    @Test
    void a_press_or_a_command_that_led_to_a_question_before_the_process_ended_leads_there_once() throws Exception {
        rig.leaveOpen();
        jo.say("/character");
        toldAgainAfterTheNextQuestion(1);
        rig.leaveOpen();
        jo.press(asked(1).id(), "g:set");
        toldAgainAfterTheNextQuestion(2);

        assertThat(rig.posted()).hasSize(2);
        assertThat(rig.api().methods().windows()).isEmpty();
        jo.reply(asked(2).id(), "Mira");
        assertThat(asked(3).text()).contains("prefix");
    }

    @Test
    void the_answer_behind_which_a_picture_is_waited_for_is_no_story_when_it_is_told_again() throws Exception {
        jo.say("/avatar");
        jo.press(asked(1).id(), "g:add");
        jo.press(asked(2).id(), "g:face");
        asked(3);
        rig.leaveOpen();
        jo.reply(asked(3).id(), "mira");
        jo.press(asked(4).id(), "g:Done");
        asked(5);

        rig.restarted().start(heard, CommandCatalog.standard());
        jo.push(jo.photo(new byte[] {1, 2, 3}));

        assertThat(heard.first(CommandInvoked.class).invocation().required("name"))
                .isEqualTo("mira");
        assertThat(heard.all(MessagePosted.class)).isEmpty();
    }

    @Test
    void the_button_that_ends_a_guided_command_ends_it_again_but_pressed_twice_gives_no_second_one() throws Exception {
        jo.say("/settings");
        Posted choice = asked(1);

        List<CommandInvoked> given = givenAgainAfterAnEnd(() -> jo.press(choice.id(), "g:show"));
        jo.press(choice.id(), "g:show");

        await().atMost(PATIENCE).until(() -> !rig.api().methods().windows().isEmpty());
        assertThat(given)
                .allSatisfy(c -> assertThat(c.invocation().spec().path()).isEqualTo("settings show"));
        assertThat(heard.all(CommandInvoked.class)).hasSize(2);
    }

    /** They go on while the picture is still fetched, then the process ends. */
    private CommandInvoked toldAgainBehind(String next) throws Exception {
        jo.say("/avatar add face mira");
        asked(1);
        heard.react(event -> new CompletableFuture<>());
        jo.push(jo.photo(new byte[] {7, 7, 7}));
        heard.wait(CommandInvoked.class, 1);
        jo.say(next);
        asked(2);
        await().atMost(PATIENCE).until(() -> conversations() == 1);
        heard.react(event -> CompletableFuture.completedFuture(null));
        rig.restarted().start(heard, CommandCatalog.standard());
        return heard.wait(CommandInvoked.class, 2).get(1);
    }

    private int conversations() {
        return rig.database()
                .read(handle -> handle.select("select count(*) from telegram_conversation")
                        .mapTo(Integer.class)
                        .one());
    }

    private static byte[] picture(CommandInvoked command) throws Exception {
        try (InputStream in = command.invocation().image("image").orElseThrow().open()) {
            return in.readAllBytes();
        }
    }

    @Test
    void a_picture_told_again_stays_that_of_its_command_and_the_next_command_still_waits_for_its_own()
            throws Exception {
        CommandInvoked again = toldAgainBehind("/avatar add face tobin");

        assertThat(again.invocation().required("name")).isEqualTo("mira");
        assertThat(picture(again)).containsExactly(7, 7, 7);
        jo.push(jo.photo(new byte[] {8, 8, 8}));
        CommandInvoked next = heard.wait(CommandInvoked.class, 3).get(2);
        assertThat(next.invocation().required("name")).isEqualTo("tobin");
        assertThat(picture(next)).containsExactly(8, 8, 8);
    }

    @Test
    void a_picture_told_again_is_not_lost_when_something_else_was_begun_meanwhile() throws Exception {
        CommandInvoked again = toldAgainBehind("/settings");

        assertThat(again.invocation().required("name")).isEqualTo("mira");
        jo.press(asked(2).id(), "g:show");
        assertThat(heard.wait(CommandInvoked.class, 3)
                        .get(2)
                        .invocation()
                        .spec()
                        .path())
                .isEqualTo("settings show");
    }

    @Test
    void a_picture_from_before_a_question_is_no_answer_to_it_though_it_is_told_again() throws Exception {
        heard.react(event ->
                event instanceof MessagePosted ? new CompletableFuture<>() : CompletableFuture.completedFuture(null));
        jo.push(jo.photo(new byte[] {7, 7, 7}));
        heard.first(MessagePosted.class);
        jo.say("/avatar add face mira");
        asked(1);

        rig.restarted().start(heard, CommandCatalog.standard());

        heard.wait(MessagePosted.class, 2);
        jo.push(jo.photo(new byte[] {8, 8, 8}));
        assertThat(picture(heard.first(CommandInvoked.class))).containsExactly(8, 8, 8);
    }

    @Test
    void the_last_answer_of_a_guided_command_is_not_lost_when_something_else_was_begun_meanwhile() throws Exception {
        jo.say("/settings");
        jo.press(asked(1).id(), "g:set");
        jo.press(asked(2).id(), "g:spoiler");
        Posted question = asked(3);

        List<CommandInvoked> given = givenAgainAfterAnEnd(() -> {
            jo.reply(question.id(), "on");
            heard.wait(CommandInvoked.class, 1);
            jo.say("/avatar add face mira");
            asked(4);
        });

        assertThat(given)
                .allSatisfy(c -> assertThat(c.invocation().required("value")).isEqualTo("on"));
        assertThat(rig.posted()).hasSize(4);
    }

    @Test
    void what_a_command_was_is_forgotten_when_it_is_handled() {
        jo.say("/avatar add face mira");
        asked(1);
        jo.push(jo.photo(new byte[] {1, 2, 3}));
        heard.wait(CommandInvoked.class, 1);

        await().atMost(PATIENCE)
                .until(() -> rig.database()
                        .read(handle -> handle.select(
                                        "select count(*) from telegram_update where handled is null or completed is not null")
                                .mapTo(Integer.class)
                                .one()
                                .equals(0)));
    }

    @Test
    void where_there_is_no_room_for_it_at_first_it_waits_like_one_that_is_typed() {
        jo.say("/avatar add face mira");
        asked(1);
        heard.react(event -> heard.all(CommandInvoked.class).size() > 1
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(new RejectedExecutionException("1000 events are waiting")));

        jo.push(jo.photo(new byte[] {1, 2, 3}));

        assertThat(heard.wait(CommandInvoked.class, 2))
                .allSatisfy(c -> assertThat(c.invocation().required("name")).isEqualTo("mira"));
    }
}

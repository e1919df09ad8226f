package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.ChannelMoved;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.FormSubmitted;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Form;
import dev.limner.command.CommandCatalog;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Posted;
import dev.limner.telegram.loopback.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group that becomes a supergroup, and so another chat, in the middle of things. */
class MovedGroupTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long OLD = -55L;
    private static final long NEW = -100556L;
    private static final ChannelRef THERE = new ChannelRef(Telegram.ID, Long.toString(NEW));

    @TempDir
    Path folder;

    private final Heard heard = new Heard();
    private Rig rig;
    private Person jo;

    @BeforeEach
    void begin() throws Exception {
        rig = new Rig(folder);
        rig.api().methods().chat(OLD, "group", "Small");
        jo = rig.person(11, "Jo").inChat(OLD);
        rig.telegram().start(heard, CommandCatalog.standard());
    }

    @AfterEach
    void end() {
        rig.close();
    }

    private Posted asked(int number) {
        await().atMost(PATIENCE).until(() -> rig.api().methods().posted(OLD).size() >= number);
        return rig.api().methods().posted(OLD).get(number - 1);
    }

    /** Its messages stay in the old one; Jo goes on in the new one. */
    private Person move() {
        ObjectNode to = jo.message().put("migrate_to_chat_id", NEW);
        rig.api().methods().migrate(OLD, NEW);
        jo.push(to);
        Person there = jo.inChat(NEW);
        there.push(there.message().put("migrate_from_chat_id", OLD));
        return there;
    }

    /** Replies to a message that was posted before the move. */
    private static void answer(Person there, Posted question, String text) {
        ObjectNode asking = JsonNodeFactory.instance
                .objectNode()
                .put("message_id", question.id())
                .put("date", 1);
        asking.set("chat", there.message().path("chat"));
        there.reply(asking, text);
    }

    @Test
    void is_moved_before_anything_in_it_is_told() {
        jo.say("before");
        move().say("after");

        var said = heard.wait(MessagePosted.class, 2);
        assertThat(said.get(1).place().channel()).isEqualTo(THERE);
        assertThat(heard.all(ChannelMoved.class)).hasSize(2).allSatisfy(move -> {
            assertThat(move.place().channel()).isEqualTo(new ChannelRef(Telegram.ID, Long.toString(OLD)));
            assertThat(move.to().channel()).isEqualTo(THERE);
        });
    }

    @Test
    void is_moved_also_where_telegram_tells_of_it_only_by_refusing_a_call() throws Exception {
        rig.api().methods().migrate(OLD, NEW);

        assertThat(rig.telegram().left(Set.of(new CommunityRef(Telegram.ID, Long.toString(OLD)))))
                .isEmpty();

        ChannelMoved told = heard.first(ChannelMoved.class);
        assertThat(told.place().channel()).isEqualTo(new ChannelRef(Telegram.ID, Long.toString(OLD)));
        assertThat(told.to().channel()).isEqualTo(THERE);
    }

    @Test
    void an_answer_to_what_tells_of_the_move_holds_up_no_other_chat_however_long_it_takes() {
        Person there = move();
        heard.wait(ChannelMoved.class, 2);
        heard.react(event ->
                event instanceof CommandInvoked ? new CompletableFuture<>() : CompletableFuture.completedFuture(null));

        there.reply(there.message().put("migrate_from_chat_id", OLD), "/help");
        heard.first(CommandInvoked.class);
        rig.person(12, "Sam").say("a story elsewhere");

        assertThat(heard.first(MessagePosted.class).text()).isEqualTo("a story elsewhere");
    }

    @Test
    void a_picture_that_is_waited_for_is_taken_in_the_new_one() {
        jo.say("/avatar add face mira");
        asked(1);
        Person there = move();

        there.push(there.photo(new byte[] {1, 2, 3, 4}));

        CommandInvoked given = heard.first(CommandInvoked.class);
        assertThat(given.invocation().required("name")).isEqualTo("mira");
        assertThat(given.place().channel()).isEqualTo(THERE);
    }

    @Test
    void the_next_value_of_a_command_is_taken_in_the_new_one() {
        jo.say("/settings");
        jo.press(asked(1).id(), "g:set");
        jo.press(asked(2).id(), "g:spoiler");
        Posted question = asked(3);

        answer(move(), question, "on");

        assertThat(heard.first(CommandInvoked.class).invocation().required("value"))
                .isEqualTo("on");
    }

    /** A supergroup counts its messages anew. */
    @Test
    void an_answer_of_the_same_number_as_one_in_the_old_one_is_taken_in_the_new_one() {
        jo.say("/character");
        jo.press(asked(1).id(), "g:set");
        int number = jo.reply(asked(2).id(), "Mira");
        Posted question = asked(3);
        Person there = move();

        ObjectNode message =
                Person.withText(there.message(), "text", "a lean elf").put("message_id", number);
        message.putObject("reply_to_message")
                .put("message_id", question.id())
                .put("date", 1)
                .set("chat", message.path("chat"));
        there.push(message);

        await().atMost(PATIENCE).until(() -> !rig.api().methods().posted(NEW).isEmpty());
        assertThat(rig.api().methods().posted(NEW).get(0).text()).contains("anything else");
    }

    @Test
    void the_answer_to_a_form_is_taken_in_the_new_one() throws Exception {
        jo.say("/help");
        heard.first(CommandInvoked.class)
                .responder()
                .forms()
                .orElseThrow()
                .open(new Form("e.1", "Edit prompt", "What is to be drawn", "a lantern"));
        Posted question = asked(1);

        answer(move(), question, "two lanterns");

        FormSubmitted submitted = heard.first(FormSubmitted.class);
        assertThat(submitted.value()).isEqualTo("two lanterns");
        assertThat(submitted.place().channel()).isEqualTo(THERE);
    }

    @Test
    void a_question_that_the_old_one_no_longer_takes_is_asked_in_the_new_one() {
        rig.api().fail("sendMessage", Fault.of(Refusal.tooMany(1)));
        jo.say("/settings");
        await().atMost(PATIENCE).until(() -> rig.api().calls("sendMessage").size() == 1);
        Person there = move();

        await().atMost(PATIENCE).until(() -> rig.api().methods().posted(NEW).size() == 1);
        there.press(rig.api().methods().posted(NEW).get(0).id(), "g:show");

        assertThat(heard.first(CommandInvoked.class).invocation().spec().path()).isEqualTo("settings show");
    }

    @Test
    void what_answers_anothers_message_that_has_the_number_of_a_question_is_story() {
        jo.say("/settings");
        jo.press(asked(1).id(), "g:set");
        jo.press(asked(2).id(), "g:spoiler");
        int question = asked(3).id();
        Person there = move();
        Person sam = rig.person(12, "Sam").inChat(NEW);
        ObjectNode other =
                Person.withText(sam.message(), "text", "Shall we go?").put("message_id", question);

        sam.push(other);
        there.reply(other, "on");

        assertThat(heard.wait(MessagePosted.class, 2))
                .extracting(MessagePosted::text)
                .containsExactly("Shall we go?", "on");
        assertThat(heard.all(CommandInvoked.class)).isEmpty();
    }

    @Test
    void who_began_something_in_the_new_one_already_goes_on_with_that() {
        jo.say("/avatar add face mira");
        asked(1);
        Person there = jo.inChat(NEW);
        rig.api().methods().chat(NEW, "supergroup", "Small");
        there.say("/avatar add face tobin");
        await().atMost(PATIENCE).until(() -> rig.api().methods().posted(NEW).size() == 1);
        move();

        there.push(there.photo(new byte[] {1, 2, 3, 4}));

        assertThat(heard.wait(CommandInvoked.class, 1))
                .extracting(c -> c.invocation().required("name"))
                .isEqualTo(List.of("tobin"));
    }
}

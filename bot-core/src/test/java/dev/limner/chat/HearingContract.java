package dev.limner.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatEvent.CommandInvoked;
import dev.limner.chat.ChatEvent.FormSubmitted;
import dev.limner.chat.ChatEvent.MessageDeleted;
import dev.limner.chat.ChatEvent.MessageEdited;
import dev.limner.chat.ChatEvent.MessagePosted;
import dev.limner.chat.ChatUser.Seen;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people write, and how they are answered. */
public abstract class HearingContract extends PostingContract {

    @Test
    void messages_of_people_arrive_in_the_order_written() throws Exception {
        List<String> texts = IntStream.range(0, 50).mapToObj(i -> "line " + i).toList();

        texts.forEach(user::say);

        assertThat(events.next(MessagePosted.class, texts.size()))
                .extracting(MessagePosted::text)
                .isEqualTo(texts);
    }

    @Test
    void a_message_tells_who_wrote_it_and_where() throws Exception {
        String id = user.say("*lifts the lantern* \"Stay close, Tobin.\" \uD83D\uDD6F\uFE0F");

        MessagePosted posted = events.next(MessagePosted.class);
        assertThat(posted.message()).isEqualTo(new MessageRef(user.channel(), id));
        assertThat(posted.place().channel()).isEqualTo(user.channel());
        assertThat(posted.text()).isEqualTo("*lifts the lantern* \"Stay close, Tobin.\" \uD83D\uDD6F\uFE0F");
        assertThat(posted.author().kind()).isEqualTo(Author.Kind.PERSON);
        assertThat(posted.author().name()).isNotBlank();
    }

    @Test
    void edits_and_deletions_by_people_follow_their_message() throws Exception {
        String id = user.say("befor");
        user.edit(id, "before");
        user.delete(id);
        user.say("after");

        MessageRef message = new MessageRef(user.channel(), id);
        assertThat(events.next(MessagePosted.class).message()).isEqualTo(message);
        MessageEdited edited = events.next(MessageEdited.class);
        assertThat(edited.message()).isEqualTo(message);
        assertThat(edited.text()).isEqualTo("before");
        if (reportsDeletions()) {
            assertThat(events.next(MessageDeleted.class).message()).isEqualTo(message);
        }
        assertThat(events.next(MessagePosted.class).text()).isEqualTo("after");
    }

    @Test
    void a_command_arrives_with_typed_values() throws Exception {
        user.command(command("scene", null), Map.of("messages", "12", "hint", "at dusk"), null);

        CommandInvoked invoked = events.next(CommandInvoked.class);
        assertThat(invoked.place().channel()).isEqualTo(user.channel());
        assertThat(invoked.by().moderator()).isFalse();
        assertThat(invoked.invocation().spec().path()).isEqualTo("scene");
        assertThat(invoked.invocation().whole("messages")).hasValue(12);
        assertThat(invoked.invocation().text("hint")).hasValue("at dusk");
    }

    @Test
    void a_command_brings_its_picture() throws Exception {
        user.command(command("avatar", "add"), Map.of("kind", "face", "name", "mira"), PICTURE);

        CommandInvoked invoked = events.next(CommandInvoked.class);
        assertThat(invoked.invocation().required("kind")).isEqualTo("face");
        assertThat(invoked.invocation().required("name")).isEqualTo("mira");
        try (InputStream in = invoked.invocation().image("image").orElseThrow().open()) {
            assertThat(in.readAllBytes()).isEqualTo(PICTURE);
        }
    }

    @Test
    void whoever_gave_a_command_can_be_answered_more_than_once() throws Exception {
        user.command(command("help", null), Map.of(), null);
        Responder responder = events.next(CommandInvoked.class).responder();

        responder.respond(text("one"));
        responder.respond(text("two"));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(user.answers()).extracting(Seen::text).containsExactly("one", "two"));
        assertPositive(responder.capabilities());
    }

    @Test
    void a_mistyped_command_is_answered_with_what_was_meant_and_is_no_event() throws Exception {
        assumeThat(typesCommands()).isTrue();

        user.say("/scnee 12");
        user.say("story");

        assertThat(events.next(MessagePosted.class).text()).isEqualTo("story");
        await().atMost(PATIENCE).until(() -> !user.answers().isEmpty());
        assertThat(user.answers().get(0).text()).contains("/scene");
    }

    @Test
    void a_form_brings_back_what_was_written_into_it() throws Exception {
        MessageRef sent = platform.send(user.channel(), withButtons("Done", "edit:1"));
        CompletableFuture<Boolean> opened = new CompletableFuture<>();
        // a platform may take a form only as long as the press is being handled
        events.answerWith(event -> {
            if (event instanceof ButtonPressed press) {
                opened.complete(open(new Form("edit:1", "Edit prompt", "Prompt", "a lantern"), press.responder()));
            }
            return CompletableFuture.completedFuture(null);
        });
        user.press(sent.id(), "edit:1");
        events.next(ButtonPressed.class);
        assumeThat(opened.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        await().atMost(PATIENCE).until(() -> !user.forms().isEmpty());
        assertThat(user.forms().get(0).value()).isEqualTo("a lantern");
        user.submit(user.forms().get(0), "two lanterns");

        FormSubmitted submitted = events.next(FormSubmitted.class);
        assertThat(submitted.formId()).isEqualTo("edit:1");
        assertThat(submitted.value()).isEqualTo("two lanterns");
    }

    /** @return whether the platform has forms */
    private static boolean open(Form form, Responder responder) {
        try {
            if (responder.forms().isPresent()) {
                responder.forms().get().open(form);
                return true;
            }
            return false;
        } catch (ChatException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static dev.limner.discord.DiscordRoom.button;
import static dev.limner.discord.DiscordRoom.give;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.ChatEvent.FormSubmitted;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.Form;
import dev.limner.chat.RecordingListener;
import dev.limner.command.CommandCatalog;
import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Interaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The buttons under a picture, and the form that one of them opens. */
class DiscordButtonsTest {
    private static final String HERE = Discordia.WRITING;
    private static final int NOTHING_VISIBLE = 6;
    private static final int FORM = 9;

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void a_prompt_is_edited_in_a_form_and_drawn_as_it_was_written() throws Exception {
        room.start();
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse in fog"));
        Seen picture = room.picture(HERE, 1);

        Interaction pressed = room.player().pressed(picture.id(), button(picture, "Edit prompt"));
        await().atMost(PATIENCE).until(() -> !room.player().forms().isEmpty());
        assertThat(pressed.acknowledgedWith()).isEqualTo(FORM);
        room.player().submit(room.player().forms().get(0), "a harbour at noon");

        Seen second = room.picture(HERE, 2);
        assertThat(second.replyTo()).isEqualTo(picture.id());
        assertThat(room.backend().requests().get(1).composition().prompt()).contains("a harbour at noon");
    }

    @Test
    void a_button_is_acknowledged_without_a_trace_and_works_for_whoever_may() throws Exception {
        room.start();
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse in fog"));
        Seen picture = room.picture(HERE, 1);
        var stranger = room.world().person("Eve");

        Interaction refused = stranger.pressed(picture.id(), button(picture, "Delete"));

        room.answer(stranger, "Only Sam");
        assertThat(refused.acknowledgedWith()).isEqualTo(NOTHING_VISIBLE);
        assertThat(refused.isEphemeral()).isTrue();
        room.player().press(picture.id(), button(picture, "Delete"));
        await().atMost(PATIENCE).until(() -> room.pictures(HERE).isEmpty());
    }

    @Test
    void a_button_of_an_illustration_that_is_not_known_is_answered() throws Exception {
        room.start();
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse in fog"));
        Seen picture = room.picture(HERE, 1);

        room.player().press(picture.id(), "r.0000000000000000");
        room.player().press(picture.id(), "somebody else's");

        room.answer(room.player(), "I no longer know that picture");
        room.answer(room.player(), "That button is not one of mine");
    }

    @Test
    void the_buttons_of_a_picture_that_was_deleted_long_ago_are_answered() throws Exception {
        room.start();
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse in fog"));
        Seen picture = room.picture(HERE, 1);
        List<String> ids = picture.buttons().stream().map(b -> b.id()).toList();
        room.world().delete(picture.id());

        String other = room.player().say("Something else stands here.");
        for (String id : ids) {
            Interaction pressed = room.player().pressed(other, id);
            await().atMost(PATIENCE).until(() -> pressed.acknowledgedWith() != 0);
        }

        await().atMost(PATIENCE).until(() -> room.pictures(HERE).size() == 1);
        assertThat(room.player().forms()).hasSize(1);
        assertThat(room.player().answers()).extracting(Seen::text).anyMatch(text -> text.contains("lighthouse"));
    }

    @Test
    void a_text_of_more_than_one_field_is_edited_whole() throws Exception {
        RecordingListener events = new RecordingListener();
        String text = "Mira lifts the lantern. ".repeat(400);
        try (Discord discord = room.connect()) {
            discord.start(events, CommandCatalog.standard());
            // a form is opened in place of the acknowledgement, so before the event was handled
            events.answerWith(event -> new CompletableFuture<>());
            room.player().press(room.player().say("Here."), "edit:1");
            events.skipTo("Here.");

            events.next(ButtonPressed.class)
                    .responder()
                    .forms()
                    .orElseThrow()
                    .open(new Form("edit:1", "Edit prompt", "What is to be drawn", text));

            Interaction pressed = room.world().interactions().get(0);
            await().atMost(PATIENCE).until(() -> pressed.acknowledgedWith() == FORM);
            assertThat(pressed.modal().path("components")).hasSize(3);
            Form shown = room.player().forms().get(0);
            assertThat(shown.value()).isEqualTo(text);
            room.player().submit(shown, shown.value() + "The end.");
            assertThat(events.next(FormSubmitted.class).value()).isEqualTo(text + "The end.");
        }
    }

    @Test
    void whoever_may_not_draw_is_told_so_before_a_form_is_filled_in_for_nothing() throws Exception {
        room.start();
        give(room.moderator(), "settings set", Map.of("key", "draw-roles", "value", "Player"));
        room.answer(room.moderator(), "draw-roles");
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse in fog"));
        Seen picture = room.picture(HERE, 1);
        var stranger = room.world().person("Eve");

        Interaction pressed = stranger.pressed(picture.id(), button(picture, "Edit prompt"));

        room.answer(stranger, "Only moderators");
        assertThat(pressed.acknowledgedWith()).isEqualTo(NOTHING_VISIBLE);
        assertThat(stranger.forms()).isEmpty();
    }

    @Test
    void a_button_is_acknowledged_before_the_core_has_done_anything() throws Exception {
        RecordingListener events = new RecordingListener();
        events.answerWith(event -> new CompletableFuture<>());
        try (Discord discord = room.connect(Duration.ofDays(1))) {
            discord.start(events, CommandCatalog.standard());

            Interaction pressed = room.player().pressed(room.player().say("Here."), "reroll:1");

            await().atMost(PATIENCE).until(() -> pressed.acknowledgedWith() == NOTHING_VISIBLE);
        }
    }

    @Test
    void a_button_whose_form_is_not_ready_in_time_is_acknowledged_without_one() throws Exception {
        RecordingListener events = new RecordingListener();
        events.answerWith(event -> new CompletableFuture<>());
        try (Discord discord = room.connect(Duration.ZERO)) {
            discord.start(events, CommandCatalog.standard());

            Interaction pressed = room.player().pressed(room.player().say("Here."), "edit:1");

            await().atMost(PATIENCE).until(() -> pressed.acknowledgedWith() == NOTHING_VISIBLE);
            events.skipTo("Here.");
            assertThat(events.next(ButtonPressed.class).responder().forms()).isEmpty();
        }
    }
}

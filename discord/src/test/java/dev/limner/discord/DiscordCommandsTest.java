package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static dev.limner.discord.DiscordRoom.button;
import static dev.limner.discord.DiscordRoom.give;
import static dev.limner.discord.DiscordRoom.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.RecordingListener;
import dev.limner.command.CommandCatalog;
import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Interaction;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands, the menu entry, completion and buttons. */
class DiscordCommandsTest {
    private static final String HERE = Discordia.WRITING;
    private static final int THINKING = 5;
    private static final int NOTHING_VISIBLE = 6;
    private static final int FORM = 9;

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void commands_are_written_at_the_first_start_and_not_again_as_long_as_they_are_the_same() throws Exception {
        room.start();
        assertThat(room.world().commandWrites()).isEqualTo(1);

        try (Discord again = room.connect()) {
            again.start(new RecordingListener(), CommandCatalog.standard());
        }

        assertThat(room.world().commandWrites()).isEqualTo(1);
    }

    @Test
    void an_answer_is_for_the_eyes_of_whoever_asked() throws Exception {
        room.start();

        Interaction help = give(room.player(), "help", Map.of());

        room.answer(room.player(), "Limner");
        assertThat(help.acknowledgedWith()).isEqualTo(THINKING);
        assertThat(help.isEphemeral()).isTrue();
        assertThat(room.player().sees()).isEmpty();
    }

    @Test
    void a_command_whose_effect_is_its_answer_leaves_nobody_thinking() throws Exception {
        room.start();

        Interaction asked = give(room.player(), "imagine", Map.of("prompt", "a lighthouse in fog"));

        await().atMost(PATIENCE).until(asked::isDeleted);
        Seen picture = room.picture(HERE, 1);
        assertThat(picture.text()).contains("Sam");
        assertThat(picture.files().get(0).altText()).contains("lighthouse");
        assertThat(picture.buttons())
                .extracting(b -> b.label())
                .containsExactly("Reroll", "Edit prompt", "Prompt", "Delete");
    }

    @Test
    void an_avatar_is_taken_from_the_cdn_at_once() throws Exception {
        room.start();

        room.player().command(spec("avatar add"), Map.of("kind", "face", "name", "mira"), png());

        assertThat(room.answer(room.player(), "Added").text()).contains("<be-face:mira:0.3>");
        assertThat(room.world().fetches()).isEqualTo(1);
    }

    @Test
    void an_attachment_that_lies_elsewhere_is_never_fetched() throws Exception {
        room.start();
        room.player().attachFrom("http://localhost:" + room.world().api().getPort());

        room.player().command(spec("avatar add"), Map.of("kind", "face", "name", "mira"), png());

        room.answer(room.player(), "That file is not on Discord's own servers");
        assertThat(room.world().fetches()).isZero();
    }

    @Test
    void an_attachment_that_is_no_picture_is_refused_in_plain_words() throws Exception {
        room.start();
        byte[] text = "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8);

        room.player().command(spec("avatar add"), Map.of("kind", "face", "name", "mira"), text);

        await().atMost(PATIENCE).until(() -> !room.player().answers().isEmpty());
        assertThat(room.player().answers().get(0).text())
                .doesNotContain("Exception")
                .doesNotContain("Added")
                .doesNotContain("went wrong");
    }

    @Test
    void names_are_completed_best_match_first() throws Exception {
        room.start();
        for (String name : new String[] {"Samira", "Mirabel", "Ann Mira", "Tobin", "Mira"}) {
            give(room.moderator(), "character set", Map.of("name", name, "prefix", name + ", tall"));
        }
        await().atMost(PATIENCE).until(() -> room.moderator().answers().size() == 5);

        Interaction completed = room.player().complete(spec("character show"), "name", "MIR");

        await().atMost(PATIENCE).until(() -> completed.acknowledgedWith() != 0);
        assertThat(completed.choices()).containsExactly("Mira", "Mirabel", "Ann Mira", "Samira");
    }

    @Test
    void no_more_names_are_offered_than_discord_shows() throws Exception {
        room.start();
        for (int i = 0; i < 30; i++) {
            give(room.moderator(), "character set", Map.of("name", "Guard " + i, "prefix", "a guard"));
        }
        await().atMost(PATIENCE).until(() -> room.moderator().answers().size() == 30);

        Interaction completed = room.player().complete(spec("character show"), "name", "");

        await().atMost(PATIENCE).until(() -> completed.acknowledgedWith() != 0);
        assertThat(completed.choices()).hasSize(25);
    }

    @Test
    void a_picked_message_is_drawn_without_the_intent_and_where_no_story_is_followed() throws Exception {
        room.world().withholdContent();
        room.start();
        String message = room.player().say("Mira lifts the lantern.");

        Interaction picked = room.moderator().illustrate(message);

        Seen picture = room.picture(HERE, 1);
        assertThat(picture.replyTo()).isEqualTo(message);
        assertThat(room.backend().requests().get(0).composition().prompt()).contains("lifts the lantern");
        assertThat(picked.acknowledgedWith()).isEqualTo(THINKING);
        assertThat(room.keptTexts(HERE)).isEmpty();
    }

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
    void only_the_roles_that_may_draw_draw() throws Exception {
        room.start();
        give(room.moderator(), "settings set", Map.of("key", "draw-roles", "value", "Player"));
        room.answer(room.moderator(), "draw-roles");
        var stranger = room.world().person("Eve");

        give(stranger, "imagine", Map.of("prompt", "a lighthouse"));
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));

        assertThat(room.answer(stranger, "Pictures may be asked for").text()).contains("Player");
        room.picture(HERE, 1);
        assertThat(room.backend().requests()).hasSize(1);
    }

    @Test
    void progress_is_one_message_that_is_edited_and_shows_how_the_picture_looks() throws Exception {
        room.start();
        room.backend().holdBack();
        room.backend().showPreviews();

        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));

        await().atMost(PATIENCE)
                .until(() -> room.player().sees().stream()
                        .anyMatch(seen ->
                                seen.text().contains("50 %") && !seen.files().isEmpty()));
        assertThat(room.player().sees()).hasSize(1);
        assertThat(room.player().sees().get(0).files().get(0).name()).startsWith("preview.");
        room.backend().letOneGo();
        await().atMost(PATIENCE)
                .until(() -> room.player().sees().stream()
                        .anyMatch(seen -> seen.text().startsWith("An idea")));
        await().atMost(PATIENCE).until(() -> room.player().sees().size() == 1);
    }

    @Test
    void two_hundred_commands_at_once_are_each_answered() throws Exception {
        room.start();
        List<Interaction> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(give(room.player(), "scene", Map.of()));
        }

        await().atMost(PATIENCE).until(() -> room.player().answers().size() == 200);

        assertThat(all).allSatisfy(i -> assertThat(i.acknowledgedWith()).isEqualTo(THINKING));
        assertThat(room.player().answers())
                .allSatisfy(a -> assertThat(a.text()).startsWith("I am not following the story here"));
    }

    @Test
    void in_a_direct_message_it_is_said_where_to_ask() throws Exception {
        room.start();

        room.player().commandInDirectMessage(spec("scene"));

        room.answer(room.player(), "I draw the stories of servers");
    }

    @Test
    void a_command_that_discord_tells_of_twice_is_followed_once() throws Exception {
        room.start();

        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        room.world().line().repeatLast();
        room.picture(HERE, 1);
        give(room.player(), "imagine", Map.of("prompt", "a harbour"));
        room.picture(HERE, 2);

        assertThat(room.backend().requests())
                .extracting(r -> r.composition().prompt())
                .containsExactly("a lighthouse.", "a harbour.");
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}

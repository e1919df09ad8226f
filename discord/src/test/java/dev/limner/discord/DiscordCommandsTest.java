package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static dev.limner.discord.DiscordRoom.give;
import static dev.limner.discord.DiscordRoom.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.RecordingListener;
import dev.limner.command.CommandCatalog;
import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Interaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands, the menu entry, completion and buttons. */
class DiscordCommandsTest {
    private static final String HERE = Discordia.WRITING;
    private static final int THINKING = 5;

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
    void commands_that_changed_are_written_anew_all_at_once() throws Exception {
        room.start();
        room.world().alterCommand("scene", "Draw something");
        int writes = room.world().commandWrites();

        try (Discord again = room.connect()) {
            again.start(new RecordingListener(), CommandCatalog.standard());
        }

        assertThat(room.world().commandWrites()).isEqualTo(writes + 1);
        assertThat(room.world().command("scene").path("description").asText())
                .isEqualTo("Draw the story since the last picture");
    }

    @Test
    void commands_and_their_options_are_described_in_german_and_french_too() throws Exception {
        room.start();

        JsonNode add = room.world().command("avatar").path("options").path(0);

        assertThat(room.world()
                        .command("scene")
                        .at("/description_localizations/de")
                        .asText())
                .isEqualTo("Die Geschichte seit dem letzten Bild zeichnen");
        assertThat(add.at("/description_localizations/fr").asText()).contains("image");
        assertThat(add.at("/options/2/description_localizations/de").asText()).isEqualTo("Das Bild");
    }

    /** Discord hides a whole command or none of it, and each has a part that is for everybody. */
    @Test
    void commands_are_offered_in_servers_only_and_to_everybody_there() throws Exception {
        room.start();

        for (String name : CommandCatalog.standard().names()) {
            JsonNode command = room.world().command(name);
            assertThat(command.path("contexts").toString()).as(name).isEqualTo("[\"0\"]");
            assertThat(command.path("default_member_permissions").isNull())
                    .as(name)
                    .isTrue();
        }
        JsonNode entry = room.world().command("Illustrate this");
        assertThat(entry.path("type").asInt()).isEqualTo(3);
        assertThat(entry.path("contexts").toString()).isEqualTo("[\"0\"]");
        assertThat(entry.path("default_member_permissions").isNull()).isTrue();
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
    void only_the_roles_that_may_draw_draw() throws Exception {
        room.start();
        give(room.moderator(), "settings set", Map.of("key", "draw-roles", "value", "Player"));
        room.answer(room.moderator(), "draw-roles");
        var stranger = room.world().person("Eve");

        give(stranger, "imagine", Map.of("prompt", "a lighthouse"));
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));

        assertThat(room.answer(stranger, "Only moderators").text()).contains("Player");
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

    @Test
    void whoever_is_mentioned_in_an_option_is_meant_by_name() throws Exception {
        room.start();
        String otto = room.world().person("Otto").id();

        give(room.player(), "imagine", Map.of("prompt", "<@" + otto + "> waits at the gate, by <@1>"));

        room.picture(HERE, 1);
        assertThat(room.backend().requests().get(0).composition().prompt()).startsWith("Otto waits at the gate");
    }

    @Test
    void a_name_that_looks_like_a_tag_is_none_in_the_words_of_whoever_mentions_its_bearer() throws Exception {
        room.start();
        String odd = room.world().person("<be-face:otto:9>").id();

        give(room.player(), "imagine", Map.of("prompt", "<@" + odd + "> waits at the gate"));

        room.picture(HERE, 1);
        assertThat(room.backend().requests().get(0).composition().prompt()).contains("waits at the gate");
    }

    @Test
    void a_role_that_is_mentioned_in_a_setting_is_meant_by_name() throws Exception {
        room.start();

        give(
                room.moderator(),
                "settings set",
                Map.of("key", "draw-roles", "value", "<@&" + Discordia.PLAYER_ROLE + ">"));

        assertThat(room.answer(room.moderator(), "draw-roles").text()).contains("Player");
        give(room.player(), "imagine", Map.of("prompt", "a tower by the sea"));
        room.picture(HERE, 1);
    }
}

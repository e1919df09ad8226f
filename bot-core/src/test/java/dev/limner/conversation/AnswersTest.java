package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.FakeUser;
import dev.limner.image.Pictures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands answer, in words that help whoever gave them. */
class AnswersTest {
    @RegisterExtension
    final CoreRoom room = new CoreRoom();

    @Test
    void a_character_is_shown_with_the_name_of_its_player_and_not_with_an_id() {
        room.platform().user("account-7", "Robin of the Lake");
        room.sam().type("/character set Tobin a broad young smith player=\"Robin of the Lake\"", List.of());
        assertThat(room.lastAnswer(room.sam())).contains("Played by: Robin of the Lake");

        room.sam().type("/character show Tobin", List.of());

        assertThat(room.lastAnswer(room.sam()))
                .contains("Played by: Robin of the Lake")
                .doesNotContain("account-7");
    }

    @Test
    void a_player_who_asks_to_be_forgotten_is_named_no_more() {
        FakeUser player = room.platform().user("account-7", "Robin of the Lake");
        room.sam().type("/character set Tobin a broad young smith player=\"Robin of the Lake\"", List.of());

        player.type("/privacy forget", List.of());
        player.lastStage().toCompletableFuture().join();

        room.sam().type("/character show Tobin", List.of());
        assertThat(room.lastAnswer(room.sam()))
                .contains("Tobin: a broad young smith")
                .doesNotContain("Played by");
    }

    @Test
    void whoever_asks_to_be_forgotten_leaves_no_style_behind() {
        room.sam().type("/style save ink ink wash illustration, {prompt}", List.of());
        room.sam().type("/style set ink", List.of());
        room.mod().type("/style save oil oil on canvas", List.of());
        room.sam().type("/privacy show", List.of());
        assertThat(room.lastAnswer(room.sam())).contains("styles: 1");

        room.sam().type("/privacy forget", List.of());
        assertThat(room.lastAnswer(room.sam())).contains("your avatars, characters and styles");

        room.mod().type("/style list", List.of());
        assertThat(room.lastAnswer(room.mod())).contains("oil").doesNotContain("ink");
    }

    @Test
    void a_state_gives_nobody_an_avatar_that_is_not_theirs() {
        room.mod().type("/avatar add face ines", List.of(FakeUser.file("ines.png", Pictures.png(256, 256))));
        room.mod().lastStage().toCompletableFuture().join();
        room.sam().type("/character set Tobin a broad young smith", List.of());

        room.sam().type("/character state Tobin soaked <be-face:ines:0.3>", List.of());
        assertThat(room.lastAnswer(room.sam())).contains("ines belongs to somebody else", "/avatar share ines");
        room.sam().type("/character state Tobin soaked <be-face:ines>", List.of());
        assertThat(room.lastAnswer(room.sam())).contains("has no weight", "<be-face:ines:0.3>");

        room.sam().type("/character show Tobin", List.of());
        assertThat(room.lastAnswer(room.sam())).doesNotContain("soaked");
    }

    @Test
    void tags_that_no_picture_could_be_drawn_with_are_refused_when_they_are_given() {
        room.mod().type("/style save ink ink wash tags=<style:ink:0.3>", List.of());
        assertThat(room.lastAnswer(room.mod())).contains("avatar tags only", "<be-face:mira:0.3>");
        room.mod().type("/style save ink ink wash negative=<be-style:ink>", List.of());
        assertThat(room.lastAnswer(room.mod())).contains("has no weight", "<be-style:ink:0.3>");

        room.mod().type("/style list", List.of());
        assertThat(room.lastAnswer(room.mod())).contains("There are no styles yet");
    }

    @Test
    void earlier_states_that_are_not_shown_are_counted() {
        room.sam().type("/character set Mira a lean elf", List.of());
        for (int i = 1; i <= 8; i++) {
            room.sam().type("/character state Mira cloak number " + i, List.of());
        }

        room.sam().type("/character show Mira", List.of());

        assertThat(room.lastAnswer(room.sam()))
                .contains("Now: cloak number 8", "cloak number 3", "… and 2 older")
                .doesNotContain("cloak number 2");
    }

    @Test
    void names_that_are_not_listed_are_counted() {
        for (String name : List.of("Ada", "Bea", "Cleo", "Dora", "Esme", "Fay", "Gwen")) {
            room.sam().type("/character set " + name + " a traveller", List.of());
        }

        room.sam().type("/portrait Zoltan", List.of());

        assertThat(room.lastAnswer(room.sam())).contains("No character is called \"Zoltan\"", "and 2 more.");
    }

    @Test
    void settings_are_shown_as_they_are_in_force() throws Exception {
        room.mod().type("/settings show", List.of());

        assertThat(room.lastAnswer(room.mod()))
                .contains(
                        "backend: " + room.backend().name() + " (default)",
                        "model: " + room.backend().profile().family().id() + " (default)",
                        "size: 1024x1024, portraits 832x1216, backgrounds 1216x832 (default)",
                        "spoiler: off (default)",
                        "retention: forever (default)",
                        "metadata: off (default)",
                        "draw-roles: everyone (default)");

        room.mod().type("/settings set spoiler on", List.of());
        room.mod().type("/settings set model sd15", List.of());
        room.mod().type("/settings show", List.of());
        assertThat(room.lastAnswer(room.mod()))
                .contains("spoiler: on\n", "model: sd15\n", "size: 512x512, portraits 512x768, backgrounds 768x512");
    }

    @Test
    void automatic_pictures_where_the_story_is_not_followed_are_said_to_wait_for_it() {
        room.mod().type("/story auto 5", List.of());
        assertThat(room.lastAnswer(room.mod())).contains("every 5 messages, but not yet", "/story on");

        room.mod().type("/story on", List.of());
        room.mod().type("/story auto 1", List.of());
        assertThat(room.lastAnswer(room.mod())).isEqualTo("A picture is drawn after every message from now on.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"moderators", "Moderator"})
    void where_only_moderators_draw_nobody_else_is_named(String roles) {
        room.mod().type("/settings set draw-roles " + roles, List.of());

        room.sam().type("/imagine a lighthouse", List.of());

        assertThat(room.lastAnswer(room.sam()))
                .isEqualTo("Only moderators may ask for pictures here. Ask one of them.");
    }

    @Test
    void where_some_roles_draw_they_are_named() {
        room.mod().type("/settings set draw-roles moderators, Artists", List.of());

        room.sam().type("/imagine a lighthouse", List.of());

        assertThat(room.lastAnswer(room.sam()))
                .isEqualTo("Only moderators and those with one of these roles may ask for pictures here: Artists. Ask"
                        + " one of them.");
    }

    @Test
    void a_name_that_turns_what_stands_around_it_is_refused_everywhere_a_name_is_taken() {
        room.mod().type("/character set Mira a lean elf", List.of());
        for (String command : List.of(
                "/character set \"Mi\u202era\" a lean elf",
                "/character set Mira an elf aliases=\"the \u2066archivist\"",
                "/character set Mira an elf proxy=\"Mira\u202e\"",
                "/style save \"in\u202ek\" ink wash",
                "/settings set draw-roles Art\u202eists")) {
            room.mod().type(command, List.of());
            assertThat(room.lastAnswer(room.mod())).as(command).contains("no unseen marks");
        }
    }
}

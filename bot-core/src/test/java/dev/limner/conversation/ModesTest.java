package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatUser.Seen;
import dev.limner.prompt.Composition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to ask for a picture, and what settings make of them, through the whole core. */
class ModesTest {
    @RegisterExtension
    final CoreRoom room = new CoreRoom();

    @Test
    void last_draws_the_last_message_alone() {
        room.story();
        room.sam().say("A red door stands open.");

        Composition last = drawn("/last");

        assertThat(last.prompt()).contains("red door").doesNotContain("lantern");
        assertThat(last.cast()).isEmpty();
    }

    @Test
    void a_background_shows_the_place_in_landscape_format_and_nobody() {
        room.story();
        room.sam().say("Black water stands between the shelves of the archive.");

        Composition background = drawn("/background at dusk");

        assertThat(background.cast()).isEmpty();
        assertThat(background.prompt()).contains("archive", "dusk").doesNotContain("silver hair");
        assertThat(background.width()).isGreaterThan(background.height());
    }

    @Test
    void a_portrait_is_upright_and_shows_the_one_asked_for() {
        room.story();
        room.sam().type("/character set Tobin Tobin, a broad young smith", List.of());
        room.sam().say("Tobin waves at Mira.");

        Composition portrait = drawn("/portrait Tobin");

        assertThat(portrait.cast()).containsExactly("Tobin");
        assertThat(portrait.height()).isGreaterThan(portrait.width());
        assertThat(portrait.prompt()).doesNotContain("silver hair");
    }

    @Test
    void a_portrait_of_somebody_unknown_is_refused_with_who_is_known() {
        room.story();
        room.sam().type("/portrait Mirra", List.of());

        assertThat(room.lastAnswer(room.sam())).contains("Mira");
        assertThat(room.backend().requests()).isEmpty();
    }

    @Test
    void the_size_set_for_a_channel_is_the_size_asked_for() {
        room.story();
        room.mod().type("/settings set size 832x1216", List.of());

        Composition scene = drawn("/scene");

        assertThat(scene.width()).isEqualTo(832);
        assertThat(scene.height()).isEqualTo(1216);
    }

    @Test
    void the_model_set_for_a_channel_decides_how_its_prompts_are_worded() {
        room.story();
        room.mod().type("/settings set model sdxl", List.of());

        Composition scene = drawn("/scene");

        assertThat(scene.tokens().limit()).isEqualTo(75);
    }

    @Test
    void a_channel_set_to_spoilers_gets_its_pictures_hidden() {
        room.story();
        room.mod().type("/settings set spoiler on", List.of());
        room.sam().type("/scene", List.of());

        assertThat(room.picture(1).files())
                .allSatisfy(file -> assertThat(file.name()).startsWith("SPOILER_"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/settings set size huge",
                "/settings set model sd99",
                "/settings set backend nowhere",
                "/settings set retention -1",
                "/settings set spoiler perhaps",
                "/settings set colour red"
            })
    void a_setting_that_has_no_meaning_is_refused_and_changes_nothing(String command) {
        room.mod().type("/settings show", List.of());
        String before = room.lastAnswer(room.mod());

        room.mod().type(command, List.of());
        assertThat(room.lastAnswer(room.mod())).doesNotContain("is now");

        room.mod().type("/settings show", List.of());
        assertThat(room.lastAnswer(room.mod())).isEqualTo(before);
    }

    @Test
    void settings_are_for_moderators() {
        room.sam().type("/settings set spoiler on", List.of());

        assertThat(room.lastAnswer(room.sam())).contains("moderators");
    }

    private Composition drawn(String command) {
        room.sam().type(command, List.of());
        Seen picture = room.picture(1);
        assertThat(picture.text()).contains("Sam");
        await().until(() -> room.statuses().isEmpty());
        return room.backend().requests().get(0).composition();
    }
}

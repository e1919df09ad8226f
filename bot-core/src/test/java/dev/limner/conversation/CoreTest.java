package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatUser.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole core between a chat platform and an image server, both in memory. */
class CoreTest {
    @RegisterExtension
    final CoreRoom room = new CoreRoom();

    @Test
    void every_command_of_the_catalogue_is_handled() {
        for (var command : room.core().catalog().all()) {
            assertThat(room.core().handles(command.path())).as(command.path()).isTrue();
        }
    }

    @Test
    void a_story_becomes_a_picture_with_alt_text_and_buttons() {
        room.story();
        room.sam().type("/scene", List.of());

        Seen picture = room.picture(1);

        assertThat(picture.files().get(0).altText()).contains("Mira");
        assertThat(room.labels(picture)).containsExactly("Reroll", "Edit prompt", "Prompt", "Delete");
        assertThat(picture.text()).contains("Sam");
        await().until(() -> room.statuses().isEmpty());
        assertThat(room.backend().requests().get(0).composition().prompt()).contains("silver hair", "lantern");
    }

    @Test
    void nothing_is_kept_before_a_moderator_turned_it_on_and_then_all_are_told() {
        room.sam().say("Mira waits.");
        room.sam().type("/scene", List.of());
        assertThat(room.lastAnswer(room.sam())).contains("/story on");

        room.sam().type("/story on", List.of());
        assertThat(room.lastAnswer(room.sam())).contains("moderators");

        room.mod().type("/story on", List.of());
        await().until(() ->
                room.sam().sees().stream().anyMatch(seen -> seen.text().contains("I follow the story")));
    }

    @Test
    void a_second_scene_without_new_story_is_refused_with_what_to_do() {
        room.story();
        room.sam().type("/scene", List.of());
        room.picture(1);
        await().until(() -> room.statuses().isEmpty());

        room.sam().type("/scene", List.of());

        assertThat(room.lastAnswer(room.sam()))
                .contains("Nothing was written since the last picture", "/scene messages=12");
    }

    @Test
    void a_message_edited_or_deleted_is_edited_or_deleted_in_the_story() {
        room.mod().type("/story on", List.of());
        String first = room.sam().say("A red door stands open.");
        String second = room.sam().say("A blue door is shut.");
        room.sam().edit(first, "A green door stands open.");
        room.sam().delete(second);

        room.sam().type("/scene", List.of());
        room.picture(1);

        assertThat(room.backend().requests().get(0).composition().prompt())
                .contains("green door")
                .doesNotContain("red door", "blue door");
    }

    @Test
    void a_name_of_several_words_needs_no_quotes() {
        room.story();
        room.sam().type("/character set \"Ann Lee\" Ann Lee, tall and freckled", List.of());
        room.sam().type("/character state Ann Lee torn cloak, wet hair", List.of());
        assertThat(room.lastAnswer(room.sam())).contains("Ann Lee from now on: torn cloak, wet hair");

        room.sam().type("/portrait Ann Lee in the rain", List.of());
        room.picture(1);

        assertThat(room.backend().requests().get(0).composition().cast()).containsExactly("Ann Lee");
    }

    @Test
    void what_is_kept_of_a_person_can_be_seen_and_forgotten() {
        room.story();
        room.mod().type("/privacy show", List.of());
        assertThat(room.lastAnswer(room.mod())).contains("characters: 1");

        room.mod().type("/privacy export", List.of());
        await().until(() ->
                room.mod().answers().stream().anyMatch(a -> !a.files().isEmpty()));
        room.mod().type("/privacy forget", List.of());

        room.mod().type("/character list", List.of());
        assertThat(room.lastAnswer(room.mod())).contains("There are no characters yet");
    }

    @Test
    void a_tag_that_is_unknown_or_malformed_is_refused_with_the_right_form_and_nothing_changes() {
        room.story();
        room.mod().type("/character set Mira an elf tags=<be-face:nobody:0.3>", List.of());
        assertThat(room.lastAnswer(room.mod())).contains("nobody", "/avatar add face nobody");
        room.mod().type("/character set Mira an elf tags=<be-face:mira>", List.of());
        assertThat(room.lastAnswer(room.mod())).contains("<be-face:mira:0.3>");

        room.mod().type("/character show Mira", List.of());
        assertThat(room.lastAnswer(room.mod())).contains("silver hair");
    }
}

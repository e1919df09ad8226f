package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChatUser.Seen;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pictures that are asked for where the platform says that none can be posted. */
class NowhereToShowTest {
    private static final String WHY = "I may not post pictures here: let me attach files.";

    @RegisterExtension
    final CoreRoom room = new CoreRoom();

    @Test
    void whoever_asks_is_told_what_to_do_and_nothing_is_drawn() {
        room.story();
        room.platform().forbidPictures(WHY);

        room.sam().type("/scene", List.of());
        room.mod().type("/imagine a lighthouse", List.of());

        await().until(() ->
                !room.sam().answers().isEmpty() && !room.mod().answers().isEmpty());
        assertThat(room.sam().answers()).extracting(Seen::text).containsExactly(WHY);
        assertThat(room.mod().answers()).extracting(Seen::text).contains(WHY);
        assertThat(room.statuses()).isEmpty();
        assertThat(room.backend().requests()).isEmpty();
    }

    @Test
    void whoever_presses_a_button_is_told_and_the_prompt_is_not_offered_to_be_edited_in_vain() {
        room.sam().type("/imagine a lighthouse", List.of());
        Seen picture = room.picture(1);
        room.platform().forbidPictures(WHY);

        room.press(room.sam(), picture, "Reroll");
        room.press(room.sam(), picture, "Edit prompt");

        await().until(() -> room.sam().answers().size() == 2);
        assertThat(room.sam().answers()).extracting(Seen::text).containsOnly(WHY);
        assertThat(room.sam().forms()).isEmpty();
        assertThat(room.backend().requests()).hasSize(1);
    }

    @Test
    void what_waits_when_pictures_are_no_longer_taken_is_not_drawn_and_whoever_asked_is_told() {
        CountDownLatch ready = new CountDownLatch(1);
        room.backend().next(progress -> {
            ready.await();
            return ScriptedBackend.drawn();
        });
        room.sam().type("/imagine a lighthouse", List.of());
        await().until(() -> room.backend().requests().size() == 1);
        room.sam().type("/imagine a harbour", List.of());
        await().until(() -> room.statuses().size() == 2);
        room.platform().forbidPictures(WHY);

        ready.countDown();

        await().until(() -> room.sam().sees().stream()
                .anyMatch(seen -> seen.text().endsWith(WHY) && room.labels(seen).contains("Try again")));
        assertThat(room.backend().requests()).hasSize(1);
    }

    @Test
    void a_story_that_is_illustrated_by_itself_goes_on_without_pictures() {
        room.mod().type("/story on", List.of());
        room.mod().type("/story auto every=1", List.of());
        room.platform().forbidPictures(WHY);

        room.sam().say("Mira lifts the lantern.");
        room.sam().type("/prompt", List.of());

        await().until(() ->
                room.sam().answers().stream().anyMatch(answer -> answer.text().contains("lantern")));
        assertThat(room.backend().requests()).isEmpty();
        assertThat(room.sam().sees()).noneMatch(seen -> seen.text().contains(WHY));
    }
}

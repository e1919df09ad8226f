package dev.limner.telegram;

import static dev.limner.telegram.TelegramRoom.PATIENCE;
import static dev.limner.telegram.TelegramRoom.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.conversation.ScriptedBackend;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Posted;
import dev.limner.telegram.loopback.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a command to the picture in the group, and who may do what. */
class TelegramPicturesTest {
    @TempDir
    Path folder;

    private final CountDownLatch drawn = new CountDownLatch(1);
    private TelegramRoom room;

    @BeforeEach
    void begin() throws Exception {
        room = new TelegramRoom(folder).open();
    }

    @AfterEach
    void end() {
        drawn.countDown();
        room.close();
    }

    /** The next picture is done when the test says so. */
    private void holdBack() {
        room.backend().next(progress -> {
            drawn.await();
            return ScriptedBackend.drawn();
        });
    }

    private void awaitDrawing() {
        await().atMost(PATIENCE).until(() -> !room.backend().requests().isEmpty());
    }

    @Test
    void progress_is_one_message_that_is_edited_no_faster_than_a_group_allows_and_goes_in_the_end() {
        room.backend().next(progress -> {
            for (int percent = 1; percent <= 90; percent++) {
                progress.onProgress(percent / 100.0);
                Thread.sleep(50);
            }
            drawn.await();
            return ScriptedBackend.drawn();
        });
        long began = System.nanoTime();
        room.sam().say("/imagine a lighthouse in fog");

        room.said("90 %");
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        assertThat(room.rig().posted()).hasSize(1);
        assertThat(room.rig().api().calls("editMessageText")).hasSizeLessThanOrEqualTo((int) (seconds / 3) + 2);
        drawn.countDown();

        room.picture(1);
        await().atMost(PATIENCE).until(() -> room.rig().posted().size() == 1);
    }

    @Test
    void the_prompt_is_shown_in_full_on_request() {
        room.follow();
        room.ines().say("/character set Mira " + "Mira, a lean elf with cropped silver hair, ".repeat(15));
        room.sam().say("Mira lifts the lantern and steps into the flooded archive.");
        room.sam().say("/scene");
        Posted picture = room.picture(1);
        Set<Integer> before = room.rig().posted().stream().map(Posted::id).collect(Collectors.toSet());

        room.sam().press(picture.id(), button(picture, "Prompt"));

        String prompt = room.backend().requests().get(0).composition().prompt();
        assertThat(prompt.length()).isGreaterThan(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.rig().posted().stream()
                                .filter(posted -> !before.contains(posted.id()))
                                .map(Posted::text)
                                .collect(Collectors.joining(" ")))
                        .contains(prompt));
    }

    @Test
    void a_spoiler_is_covered_where_the_group_wants_that() {
        room.ines().say("/settings set spoiler on");
        room.said("spoiler");

        room.sam().say("/imagine a lighthouse in fog");

        assertThat(room.picture(1).spoiler()).isTrue();
    }

    @Test
    void a_picture_that_telegram_does_not_take_now_comes_later_and_is_not_drawn_again() {
        room.rig().api().fail("sendPhoto", Fault.of(Refusal.tooMany(1)));
        room.rig().api().fail("sendPhoto", Fault.of(Fault.Kind.HTML_502));

        int asked = room.sam().say("/imagine a lighthouse in fog");

        assertThat(room.picture(1).replyTo()).isEqualTo(asked);
        assertThat(room.backend().requests()).hasSize(1);
    }

    @Test
    void where_the_bot_was_thrown_out_a_picture_is_not_drawn_again_and_others_get_theirs() {
        long other = -100222L;
        room.rig().api().methods().chat(other, "supergroup", "Other");
        holdBack();
        room.sam().say("/imagine a lighthouse in fog");
        awaitDrawing();
        room.rig().api().methods().botIs(Rig.GROUP, "kicked");
        drawn.countDown();

        new Person(room.rig().api(), other, null, 12, "Sam", null).say("/imagine a harbour at noon");

        await().atMost(PATIENCE)
                .until(() -> room.rig().api().methods().posted(other).stream().anyMatch(p -> p.file() != null));
        assertThat(room.pictures()).isEmpty();
        assertThat(room.backend().requests()).hasSize(2);
    }

    @Test
    void a_character_is_changed_by_its_owner_and_by_administrators() {
        room.sam().say("/character set Mira a lean elf");
        room.said("Mira");
        int stranger = room.rig().person(13, "Eve").say("/character set Mira a troll");
        assertThat(room.answerTo(stranger).text()).contains("belongs to somebody else", "moderator");

        int administrator = room.ines().say("/character set Mira a tall elf");
        room.answerTo(administrator);
        int shown = room.sam().say("/character show Mira");

        assertThat(room.answerTo(shown).text()).contains("a tall elf");
    }

    @Test
    void a_picture_is_deleted_by_administrators_too() {
        room.sam().say("/imagine a lighthouse in fog");
        Posted picture = room.picture(1);

        room.ines().press(picture.id(), button(picture, "Delete"));

        await().atMost(PATIENCE).until(() -> room.pictures().isEmpty());
    }

    @Test
    void a_topic_has_a_story_of_its_own_with_the_characters_and_settings_of_its_group() {
        room.rig().api().methods().topic(Rig.GROUP, 45);
        room.ines().say("/character set Mira Mira, a lean elf with cropped silver hair");
        room.ines().say("/settings set spoiler on");
        room.follow();
        room.sam().say("Tobin waits at the gate.");
        room.ines().in(45).say("/story on");
        await().atMost(PATIENCE)
                .until(() -> room.rig().posted().stream()
                        .anyMatch(p -> Objects.equals(p.topic(), 45) && p.text().contains("I follow the story here")));
        room.sam().in(45).say("Mira lifts the lantern.");

        int asked = room.sam().in(45).say("/scene");

        Posted picture = room.picture(1);
        assertThat(picture.topic()).isEqualTo(45);
        assertThat(picture.replyTo()).isEqualTo(asked);
        assertThat(picture.spoiler()).isTrue();
        assertThat(room.backend().requests().get(0).composition().prompt())
                .contains("cropped silver hair", "lifts the lantern")
                .doesNotContain("gate");
    }

    @Test
    void settings_are_changed_by_administrators_only() {
        int refused = room.sam().say("/settings set spoiler on");

        assertThat(room.answerTo(refused).text()).contains("moderators");
    }

    @Test
    void nobody_has_more_pictures_waiting_than_one_person_may() {
        holdBack();
        int last = 0;
        for (int i = 0; i <= 10; i++) {
            last = room.sam().say("/imagine a lighthouse in fog, number " + i);
        }

        assertThat(room.answerTo(last).text()).startsWith("You have 10 pictures waiting");
    }
}

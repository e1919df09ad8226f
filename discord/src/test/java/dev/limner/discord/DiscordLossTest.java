package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static dev.limner.discord.DiscordRoom.button;
import static dev.limner.discord.DiscordRoom.give;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.ChatUser.SeenFile;
import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Interaction;
import dev.limner.discord.loopback.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Permissions and messages that go while a picture is drawn, and answers that come too late. */
class DiscordLossTest {
    private static final String HERE = Discordia.WRITING;
    private static final long SEND_MESSAGES = 1L << 11;
    private static final long ATTACH_FILES = 1L << 15;

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void a_thread_that_fell_asleep_meanwhile_is_woken_by_its_picture() throws Exception {
        String thread = Discordia.ASIDE;
        room.start();
        room.backend().holdBack();
        give(room.player().at(thread), "imagine", Map.of("prompt", "a lighthouse"));
        await().atMost(PATIENCE).until(() -> !room.player().at(thread).sees().isEmpty());
        room.world().archive(thread);

        room.backend().letOneGo();

        room.picture(thread, 1);
        await().atMost(PATIENCE).until(() -> room.player().at(thread).sees().size() == 1);
    }

    @Test
    void a_thread_that_fell_asleep_meanwhile_is_woken_to_tell_that_there_is_no_picture() throws Exception {
        Person there = room.player().at(Discordia.ASIDE);
        asked(there);
        room.world().rights().withdraw(HERE, ATTACH_FILES);
        room.world().archive(Discordia.ASIDE);
        room.world().expireInteractions();
        room.world().refuseDirectMessages();

        room.backend().letOneGo();

        await().atMost(PATIENCE)
                .until(() ->
                        there.sees().size() == 1 && there.sees().get(0).text().contains("Attach Files"));
    }

    @Test
    void what_is_cancelled_in_a_thread_that_fell_asleep_shows_as_cancelled() throws Exception {
        Person there = room.player().at(Discordia.ASIDE);
        asked(there);
        Seen status = there.sees().get(0);
        room.world().archive(Discordia.ASIDE);

        there.press(status.id(), button(status, "Cancel"));

        await().atMost(PATIENCE)
                .until(() -> there.sees().stream().map(Seen::text).toList().equals(List.of("Cancelled: an idea.")));
    }

    @Test
    void when_it_may_no_longer_post_the_message_that_stands_already_says_so() throws Exception {
        asked();
        room.world().rights().take(SEND_MESSAGES);

        room.backend().letOneGo();

        await().atMost(PATIENCE)
                .until(() -> room.player().sees().stream()
                        .anyMatch(seen -> seen.text().contains("give me Send Messages")));
        assertThat(room.backend().requests()).hasSize(1);
        assertThat(room.world().directMessages(room.player().id())).isEmpty();
    }

    @Test
    void when_it_may_no_longer_attach_files_that_is_said_in_the_channel() throws Exception {
        asked();
        room.world().rights().take(ATTACH_FILES);

        room.backend().letOneGo();

        await().atMost(PATIENCE)
                .until(() -> room.player().sees().stream()
                        .anyMatch(seen -> seen.text().contains("Attach Files")));
        assertThat(room.backend().requests()).hasSize(1);
        assertThat(room.pictures(HERE)).isEmpty();
    }

    @Test
    void when_the_message_that_is_answered_is_gone_the_picture_stands_for_itself() throws Exception {
        room.start();
        room.backend().holdBack();
        String message = room.player().say("Mira lifts the lantern.");
        room.player().illustrate(message);
        await().atMost(PATIENCE).until(() -> !room.backend().requests().isEmpty());
        room.world().delete(message);

        room.backend().letOneGo();

        assertThat(room.picture(HERE, 1).replyTo()).isNull();
        assertThat(room.backend().requests()).hasSize(1);
    }

    @Test
    void when_the_message_that_shows_progress_is_gone_the_picture_is_posted_all_the_same() throws Exception {
        asked();
        room.world().delete(room.player().sees().get(0).id());

        room.backend().letOneGo();

        room.picture(HERE, 1);
        await().atMost(PATIENCE).until(() -> room.player().sees().size() == 1);
        assertThat(room.backend().requests()).hasSize(1);
    }

    @Test
    void what_is_kept_of_somebody_is_not_shown_to_all_when_it_comes_too_late() throws Exception {
        room.start();
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        Seen picture = room.picture(HERE, 1);
        room.world()
                .rest()
                .interruptNext("POST interactions/.*", true, () -> room.world().expireInteractions());

        give(room.player(), "privacy export", Map.of());

        await().atMost(PATIENCE)
                .until(() -> !room.world().directMessages(room.player().id()).isEmpty());
        assertThat(room.world().directMessages(room.player().id()))
                .anyMatch(told -> !told.files().isEmpty());
        assertThat(room.pictures(HERE)).extracting(Seen::id).containsExactly(picture.id());
    }

    @Test
    void an_answer_that_can_no_longer_be_shown_to_one_alone_is_shown_to_nobody_and_that_is_said() throws Exception {
        room.start();
        room.world().refuseDirectMessages();
        room.world()
                .rest()
                .interruptNext("POST interactions/.*", true, () -> room.world().expireInteractions());

        give(room.player(), "privacy show", Map.of());

        await().atMost(PATIENCE).until(() -> !room.player().sees().isEmpty());
        assertThat(room.player().sees()).singleElement().satisfies(seen -> {
            assertThat(seen.text()).startsWith("Sam").contains("Ask again").doesNotContain("What I keep");
            assertThat(seen.pings()).isFalse();
        });
    }

    @Test
    void what_is_kept_of_somebody_comes_whole_in_as_many_files_as_the_limit_needs() throws Exception {
        long limit = 20_000;
        room.world().fileLimit(limit);
        room.start().follow(HERE);
        for (int i = 0; i < 100; i++) {
            room.player().say("Door " + i + " of the corridor. " + "It is dark. ".repeat(80));
        }
        await().atMost(PATIENCE).until(() -> room.keptTexts(HERE).size() == 100);

        give(room.player(), "privacy export", Map.of());

        ObjectMapper json = new ObjectMapper();
        List<String> told = new ArrayList<>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            told.clear();
            for (Seen answer : room.player().answers()) {
                for (SeenFile file : answer.files()) {
                    assertThat((long) file.bytes().length).isLessThanOrEqualTo(limit);
                    json.readTree(file.bytes())
                            .path("messages")
                            .forEach(m -> told.add(m.path("text").asText()));
                }
            }
            assertThat(told).hasSize(100);
        });
        assertThat(told).containsExactlyInAnyOrderElementsOf(room.keptTexts(HERE));
    }

    @Test
    void a_pressed_button_that_is_answered_too_late_is_answered_by_direct_message() throws Exception {
        room.start();
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        Seen picture = room.picture(HERE, 1);
        room.world()
                .rest()
                .interruptNext("POST interactions/.*", true, () -> room.world().expireInteractions());

        Interaction pressed = room.player().pressed(picture.id(), button(picture, "Prompt"));

        await().atMost(PATIENCE)
                .until(() -> room.world().directMessages(room.player().id()).stream()
                        .anyMatch(told -> told.text().contains("lighthouse")));
        assertThat(room.player().sees()).extracting(Seen::id).containsExactly(picture.id());
        assertThat(pressed.acknowledgedWith()).isNotZero();
        assertThat(room.player().answers()).isEmpty();
    }

    /** A picture is being drawn, and waits. */
    private void asked() throws Exception {
        asked(room.player());
    }

    private void asked(Person who) throws Exception {
        room.start();
        room.backend().holdBack();
        give(who, "imagine", Map.of("prompt", "a lighthouse"));
        await().atMost(PATIENCE).until(() -> !room.backend().requests().isEmpty());
        await().atMost(PATIENCE).until(() -> !who.sees().isEmpty());
    }
}

package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static dev.limner.discord.DiscordRoom.button;
import static dev.limner.discord.DiscordRoom.give;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.chat.UserRef;
import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Interaction;
import dev.limner.discord.loopback.Person;
import dev.limner.discord.loopback.Rights;
import dev.limner.illustration.Illustration;
import dev.limner.illustration.Order;
import dev.limner.illustration.Window;
import dev.limner.prompt.Ask;
import dev.limner.prompt.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever asks where nothing can be posted is told so before anything is drawn. */
class DiscordNowhereToShowTest {
    private static final String HERE = Discordia.WRITING;
    private static final Place PLACE =
            new Place(new ChannelRef(Discord.ID, HERE), null, new CommunityRef(Discord.ID, Discordia.GUILD));
    private static final long SEND_MESSAGES = 1L << 11;
    private static final long ATTACH_FILES = 1L << 15;
    private static final long READ_MESSAGE_HISTORY = 1L << 16;
    private static final long SEND_MESSAGES_IN_THREADS = 1L << 38;

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void where_it_may_not_post_the_command_itself_is_answered_and_nothing_is_drawn() throws Exception {
        room.world().rights().take(SEND_MESSAGES);
        room.world().refuseDirectMessages();
        room.start();
        room.backend().holdBack();

        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));

        assertThat(toldAlone(room.player()).text()).contains("give my role Send Messages");
        assertThat(room.player().sees()).isEmpty();
        assertThat(room.backend().finished()).isZero();
    }

    @Test
    void where_it_may_not_post_a_button_is_answered_and_nothing_more_is_drawn() throws Exception {
        room.start();
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        Seen picture = room.picture(HERE, 1);
        room.backend().holdBack();
        room.world().rights().take(SEND_MESSAGES);
        room.world().refuseDirectMessages();

        room.player().press(picture.id(), button(picture, "Reroll"));

        assertThat(toldAlone(room.player()).text()).contains("give me Send Messages");
        assertThat(room.backend().finished()).isEqualTo(1);
    }

    @Test
    void where_it_may_not_attach_files_the_command_is_answered_with_what_to_do_and_nothing_is_drawn() throws Exception {
        room.world().rights().change(HERE, Rights.Whose.THE_BOTS, 0, ATTACH_FILES);
        room.start();
        room.backend().holdBack();

        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));

        assertThat(toldAlone(room.player()).text())
                .contains("give my role Attach Files in this channel")
                .doesNotContain("Send Messages");
        drawsElsewhereOnly();
    }

    @Test
    void where_it_may_not_attach_files_a_picked_message_is_not_drawn_and_whoever_picked_it_is_told() throws Exception {
        room.world().rights().change(HERE, Rights.Whose.THE_BOTS, 0, ATTACH_FILES);
        room.start();
        room.backend().holdBack();

        room.player().illustrate(room.player().say("Mira lifts the lantern."));

        assertThat(toldAlone(room.player()).text()).contains("give my role Attach Files");
        drawsElsewhereOnly();
    }

    @Test
    void where_it_may_no_longer_attach_files_a_button_is_answered_and_nothing_more_is_drawn() throws Exception {
        room.start();
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        Seen picture = room.picture(HERE, 1);
        room.world().rights().withdraw(HERE, ATTACH_FILES);
        await().atMost(PATIENCE)
                .until(() -> room.discord().postingHindrance(PLACE).isPresent());

        room.player().press(picture.id(), button(picture, "Reroll"));

        assertThat(toldAlone(room.player()).text()).contains("give my role Attach Files");
        room.player().press(picture.id(), button(picture, "Edit prompt"));
        await().atMost(PATIENCE).until(() -> room.player().answers().size() == 2);
        assertThat(room.player().forms()).isEmpty();
        assertThat(room.backend().requests()).hasSize(1);
    }

    @Test
    void where_it_may_not_attach_files_in_a_thread_that_is_to_be_mended_in_its_channel() throws Exception {
        room.world().rights().change(HERE, Rights.Whose.THE_BOTS, 0, ATTACH_FILES);
        room.start();

        give(room.player().at(Discordia.ASIDE), "imagine", Map.of("prompt", "a lighthouse"));

        assertThat(toldAlone(room.player()).text()).contains("give my role Attach Files in the channel of this thread");
        assertThat(room.backend().requests()).isEmpty();
    }

    @Test
    void in_a_thread_that_sleeps_it_is_told_as_well_and_nothing_is_drawn() throws Exception {
        room.world().rights().change(HERE, Rights.Whose.THE_BOTS, 0, ATTACH_FILES);
        room.start();
        room.world().archive(Discordia.ASIDE);

        give(room.player().at(Discordia.ASIDE), "imagine", Map.of("prompt", "a lighthouse"));

        assertThat(toldAlone(room.player()).text()).contains("give my role Attach Files in the channel of this thread");
        assertThat(room.player().at(Discordia.ASIDE).sees()).isEmpty();
        assertThat(room.backend().requests()).isEmpty();
    }

    @Test
    void in_a_private_thread_that_it_is_not_in_it_is_told_how_it_is_added() throws Exception {
        room.world().keepPrivate(Discordia.ASIDE);
        room.start();
        room.backend().holdBack();

        give(room.player().at(Discordia.ASIDE), "imagine", Map.of("prompt", "a lighthouse"));

        assertThat(toldAlone(room.player()).text()).contains("private thread", "mention me");
        assertThat(room.backend().finished()).isZero();

        give(room.moderator().at(Discordia.ASIDE), "story on", Map.of());
        assertThat(room.answer(room.moderator(), "It is not turned on").text()).contains("mention me");
    }

    @Test
    void where_it_may_not_post_an_edited_prompt_is_answered() throws Exception {
        room.start();
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        Seen picture = room.picture(HERE, 1);
        room.player().press(picture.id(), button(picture, "Edit prompt"));
        await().atMost(PATIENCE).until(() -> !room.player().forms().isEmpty());
        room.backend().holdBack();
        room.world().rights().take(SEND_MESSAGES);
        room.world().refuseDirectMessages();

        room.player().submit(room.player().forms().get(0), "a harbour at noon");

        assertThat(toldAlone(room.player()).text()).contains("give me Send Messages");
        assertThat(room.backend().finished()).isEqualTo(1);
    }

    @Test
    void where_it_may_not_answer_messages_the_permission_for_that_is_named() throws Exception {
        room.world().rights().take(READ_MESSAGE_HISTORY);
        room.world().refuseDirectMessages();
        room.start();
        room.backend().holdBack();

        room.player().illustrate(room.player().say("Mira lifts the lantern."));

        assertThat(toldAlone(room.player()).text()).contains("give me Read Message History");
        assertThat(room.backend().finished()).isZero();
    }

    @Test
    void where_it_may_not_post_in_threads_the_permission_for_that_is_named() throws Exception {
        room.world().rights().take(SEND_MESSAGES_IN_THREADS);
        room.start();
        room.backend().holdBack();

        give(room.player().at(Discordia.ASIDE), "imagine", Map.of("prompt", "a lighthouse"));

        assertThat(toldAlone(room.player()).text()).contains("Send Messages in Threads");
        assertThat(room.backend().finished()).isZero();
    }

    /** Discord takes what follows "thinking" for its answer, as long as it stands. */
    @Test
    void what_is_told_while_thinking_is_still_being_taken_back_stays() throws Exception {
        room.start();
        room.world().rights().take(SEND_MESSAGES);
        room.world().refuseDirectMessages();
        room.world().rest().takeTime("POST interactions/.*", Duration.ofMillis(300));
        room.world().rest().takeTime("DELETE webhooks/.*", Duration.ofMillis(300));

        Interaction asked = give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));

        await().atMost(PATIENCE).until(asked::isDeleted);
        assertThat(toldAlone(room.player()).text()).contains("give me Send Messages");
    }

    @Test
    void what_a_process_before_accepted_where_nothing_may_be_posted_is_not_drawn_and_a_direct_message_tells()
            throws Exception {
        room.world().rights().take(SEND_MESSAGES);
        Member player = new Member(new UserRef(Discord.ID, room.player().id()), "Sam", false);
        Order order =
                new Order(PLACE, player, new Ask(Mode.IMAGINE, null, null, "a lighthouse", null, null, null), null);
        room.illustrations()
                .add(Illustration.accepted(
                        "0000000000000001",
                        order,
                        new Window(0, 0),
                        7,
                        null,
                        Instant.now().minusSeconds(5)));

        room.start();

        String told = room.player().id();
        await().atMost(PATIENCE)
                .until(() -> room.world().directMessages(told).stream()
                        .anyMatch(seen -> seen.text().contains("give me Send Messages")));
        assertThat(room.backend().requests()).isEmpty();
    }

    /** What was asked for before had been drawn by then. */
    private void drawsElsewhereOnly() {
        room.backend().letOneGo();
        give(room.player().at(Discordia.OTHER), "imagine", Map.of("prompt", "a harbour"));
        room.picture(Discordia.OTHER, 1);
        assertThat(room.backend().requests()).hasSize(1);
        assertThat(room.player().sees()).isEmpty();
    }

    private static Seen toldAlone(Person who) {
        await().atMost(PATIENCE).until(() -> !who.answers().isEmpty());
        assertThat(who.answers()).hasSize(1);
        return who.answers().get(0);
    }
}

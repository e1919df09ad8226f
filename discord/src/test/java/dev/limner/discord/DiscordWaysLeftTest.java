package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static dev.limner.discord.DiscordRoom.button;
import static dev.limner.discord.DiscordRoom.give;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Place;
import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** By what way whoever asked is told that what was drawn cannot be shown, where the channel does not take that either. */
class DiscordWaysLeftTest {
    private static final String HERE = Discordia.WRITING;
    private static final long VIEW_CHANNEL = 1L << 10;

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void when_the_channel_is_gone_meanwhile_the_command_is_answered_and_no_direct_message_is_needed() throws Exception {
        asked(room.player());
        room.world().deleteChannel(HERE);

        room.backend().letOneGo();

        assertThat(toldAlone(room.player()).text()).contains("the channel is gone");
        assertThat(room.world().directMessages(room.player().id())).isEmpty();
        assertThat(room.backend().requests()).hasSize(1);
    }

    @Test
    void what_waits_when_the_channel_goes_is_not_drawn_and_each_command_is_answered() throws Exception {
        asked(room.player());
        room.follow(HERE);
        room.player().say("Mira lifts the lantern.");
        await().atMost(PATIENCE).until(() -> room.keptTexts(HERE).size() == 1);
        give(room.player(), "scene", Map.of());
        await().atMost(PATIENCE)
                .until(() -> room.player().sees().stream()
                        .anyMatch(seen -> seen.text().startsWith("Accepted: the scene")));
        room.world().deleteChannel(HERE);
        ChannelRef gone = room.player().channel();
        await().atMost(PATIENCE)
                .until(() -> room.discord()
                        .postingHindrance(new Place(gone, null, new CommunityRef(Discord.ID, Discordia.GUILD)))
                        .isPresent());

        room.backend().letOneGo();

        await().atMost(PATIENCE).until(() -> room.player().answers().size() == 2);
        assertThat(room.player().answers())
                .extracting(Seen::text)
                .allSatisfy(text -> assertThat(text).containsIgnoringCase("the channel is gone"));
        assertThat(room.backend().requests()).hasSize(1);
    }

    @Test
    void when_the_channel_is_no_longer_to_be_seen_and_no_direct_messages_are_taken_the_command_is_answered()
            throws Exception {
        asked(room.player());
        room.world().rights().take(VIEW_CHANNEL);
        room.world().refuseDirectMessages();

        room.backend().letOneGo();

        assertThat(toldAlone(room.player()).text()).contains("View Channel");
        assertThat(room.backend().requests()).hasSize(1);
    }

    @Test
    void when_a_pressed_button_led_to_a_picture_that_cannot_be_shown_the_button_is_answered() throws Exception {
        room.start();
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        Seen picture = room.picture(HERE, 1);
        room.backend().holdBack();
        room.player().press(picture.id(), button(picture, "Reroll"));
        await().atMost(PATIENCE).until(() -> room.backend().requests().size() == 2);
        await().atMost(PATIENCE).until(() -> room.player().sees().size() == 2);
        room.world().rights().take(VIEW_CHANNEL);
        room.world().refuseDirectMessages();

        room.backend().letOneGo();

        assertThat(toldAlone(room.player()).text()).contains("View Channel");
        assertThat(room.backend().requests()).hasSize(2);
    }

    @Test
    void when_the_thread_was_closed_meanwhile_the_command_is_answered() throws Exception {
        String thread = Discordia.ASIDE;
        asked(room.player().at(thread));
        room.world().lock(thread);

        room.backend().letOneGo();

        assertThat(toldAlone(room.player()).text()).contains("the thread is closed; open it again");
        assertThat(room.backend().requests()).hasSize(1);
        assertThat(room.pictures(thread)).isEmpty();
    }

    @Test
    void what_was_asked_in_an_age_restricted_channel_is_shown_nowhere_else_when_that_is_gone() throws Exception {
        asked(room.player().at(Discordia.ADULTS));
        room.world().deleteChannel(Discordia.ADULTS);

        room.backend().letOneGo();

        assertThat(toldAlone(room.player()).files()).isEmpty();
        assertThat(toldAlone(room.player()).text())
                .contains("the channel is gone")
                .doesNotContain("lighthouse");
        assertThat(room.pictures(HERE)).isEmpty();
    }

    @Test
    void when_the_command_is_closed_by_then_a_direct_message_tells() throws Exception {
        asked(room.player());
        room.world().deleteChannel(HERE);
        room.world().expireInteractions();

        room.backend().letOneGo();

        String player = room.player().id();
        await().atMost(PATIENCE)
                .until(() -> room.world().directMessages(player).stream()
                        .anyMatch(told -> told.text().contains("the channel is gone")));
        assertThat(room.world().directMessages(player)).hasSize(1);
        assertThat(room.player().answers()).isEmpty();
    }

    @Test
    void when_no_way_is_left_it_ends_there() throws Exception {
        asked(room.player());
        room.world().deleteChannel(HERE);
        room.world().expireInteractions();
        room.world().refuseDirectMessages();

        room.backend().letOneGo();

        await().atMost(PATIENCE).until(() -> room.world().rest().calls().contains("POST users/@me/channels"));
        give(room.player().at(Discordia.OTHER), "imagine", Map.of("prompt", "a harbour"));
        room.backend().letOneGo();
        room.picture(Discordia.OTHER, 1);
        assertThat(room.backend().requests()).hasSize(2);
    }

    /** A picture is being drawn, and waits; that is said in the channel. */
    private void asked(Person who) throws Exception {
        room.start();
        room.backend().holdBack();
        give(who, "imagine", Map.of("prompt", "a lighthouse"));
        await().atMost(PATIENCE).until(() -> !room.backend().requests().isEmpty());
        await().atMost(PATIENCE).until(() -> !who.sees().isEmpty());
    }

    private static Seen toldAlone(Person who) {
        await().atMost(PATIENCE).until(() -> !who.answers().isEmpty());
        assertThat(who.answers()).hasSize(1);
        return who.answers().get(0);
    }
}

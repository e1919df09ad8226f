package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static dev.limner.discord.DiscordRoom.give;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.PlannedMessage;
import dev.limner.discord.loopback.Discordia;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What whoever runs the bot is told when Discord is not heard. */
class DiscordOutageTest {
    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void while_it_is_connected_there_is_no_outage() throws Exception {
        room.start();

        assertThat(room.discord().outage()).isEmpty();
    }

    @Test
    void a_token_that_was_reset_is_named_with_its_key_and_the_fix() throws Exception {
        room.start();

        room.world().line().resetToken();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.discord().outage())
                        .hasValueSatisfying(
                                why -> assertThat(why).contains("DISCORD_TOKEN", "developer portal", "start again")));
    }

    @Test
    void an_intent_that_was_withdrawn_is_named_with_the_fix() throws Exception {
        room.start();

        room.world().line().withdrawContent();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.discord().outage())
                        .hasValueSatisfying(why ->
                                assertThat(why).contains("Message Content Intent", "developer portal", "start again")));
    }

    @Test
    void a_connection_that_comes_back_is_an_outage_only_until_then() throws Exception {
        room.start();
        int before = room.world().line().resumes();

        room.world().line().drop();

        await().atMost(PATIENCE).until(() -> room.world().line().resumes() > before);
        await().atMost(PATIENCE).until(() -> room.discord().outage().isEmpty());
    }

    @Test
    void what_cannot_be_posted_with_a_token_that_was_reset_waits_for_the_next_start() throws Exception {
        room.start();
        room.backend().holdBack();
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        await().atMost(PATIENCE).until(() -> !room.backend().requests().isEmpty());

        room.world().line().resetToken();

        ChannelRef channel = new ChannelRef(Discord.ID, Discordia.WRITING);
        PlannedMessage message = new PlannedMessage("late", List.of(), List.of(), null, null);
        assertThatThrownBy(() -> room.discord().send(channel, message))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.mayRetry()).isTrue());
        await().atMost(PATIENCE).until(() -> room.discord().outage().isPresent());
        assertThatThrownBy(() -> room.discord().send(channel, message))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.mayRetry()).isTrue());
    }
}

package dev.limner.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Place;
import dev.limner.chat.PlannedMessage;
import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Rights.Whose;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a channel gives and takes of the bot's permissions: what is said of it is what Discord then does. */
class DiscordRightsTest {
    private static final long SEND_MESSAGES = 1L << 11;
    private static final long CONNECT = 1L << 20;
    private static final PlannedMessage HELLO = new PlannedMessage("hello", List.of(), List.of(), null, null);

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @ParameterizedTest
    @EnumSource(Whose.class)
    void what_a_channel_takes_is_missing_there_and_nowhere_else(Whose whose) throws Exception {
        room.world().rights().change(Discordia.WRITING, whose, 0, SEND_MESSAGES);
        room.start();

        assertThat(room.discord().hindrances(place(Discordia.WRITING)))
                .singleElement()
                .asString()
                .contains("Send Messages");
        assertThatThrownBy(() -> room.discord().send(channel(Discordia.WRITING), HELLO))
                .isInstanceOf(ChatException.class)
                .hasMessageContaining("Send Messages");
        assertThat(room.discord().hindrances(place(Discordia.OTHER))).isEmpty();
        room.discord().send(channel(Discordia.OTHER), HELLO);
    }

    @Test
    void what_it_takes_from_everybody_it_may_give_to_the_bots_role() throws Exception {
        room.world().rights().change(Discordia.WRITING, Whose.EVERYBODYS, 0, SEND_MESSAGES);
        room.world().rights().change(Discordia.WRITING, Whose.THE_ROLES, SEND_MESSAGES, 0);
        room.start();

        assertThat(room.discord().hindrances(place(Discordia.WRITING))).isEmpty();
        room.discord().send(channel(Discordia.WRITING), HELLO);
    }

    @Test
    void what_it_gives_to_the_bot_alone_counts_most() throws Exception {
        room.world().rights().take(SEND_MESSAGES);
        room.world().rights().change(Discordia.WRITING, Whose.THE_ROLES, 0, SEND_MESSAGES);
        room.world().rights().change(Discordia.WRITING, Whose.THE_BOTS, SEND_MESSAGES, 0);
        room.start();

        assertThat(room.discord().hindrances(place(Discordia.WRITING))).isEmpty();
        room.discord().send(channel(Discordia.WRITING), HELLO);
        assertThat(room.discord().hindrances(place(Discordia.OTHER))).hasSize(1);
    }

    @Test
    void a_voice_channel_that_it_may_not_connect_to_is_closed_to_it() throws Exception {
        room.world().rights().change(Discordia.VOICE, Whose.EVERYBODYS, 0, CONNECT);
        room.start();

        assertThat(room.discord().hindrances(place(Discordia.VOICE)))
                .singleElement()
                .asString()
                .contains("Connect");
        assertThatThrownBy(() -> room.discord().send(channel(Discordia.VOICE), HELLO))
                .isInstanceOf(ChatException.class)
                .hasMessageContaining("View Channel");
    }

    private static Place place(String channel) {
        return new Place(channel(channel), null, new CommunityRef(Discord.ID, Discordia.GUILD));
    }

    private static ChannelRef channel(String id) {
        return new ChannelRef(Discord.ID, id);
    }
}

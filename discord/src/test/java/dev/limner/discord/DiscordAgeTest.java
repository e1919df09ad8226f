package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.give;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Place;
import dev.limner.discord.loopback.Discordia;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Channels that Discord shows to adults only, and all others. */
class DiscordAgeTest {
    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void pictures_for_adults_are_left_to_age_restricted_channels_and_their_threads() throws Exception {
        room.start();

        assertThat(isAskedForAll(Discordia.WRITING)).isTrue();
        assertThat(isAskedForAll(Discordia.ASIDE)).isTrue();
        assertThat(isAskedForAll(Discordia.VOICE)).isTrue();
        assertThat(isAskedForAll(Discordia.ADULTS)).isFalse();
        assertThat(isAskedForAll(Discordia.ADULTS_ASIDE)).isFalse();
    }

    @Test
    void a_thread_that_sleeps_is_what_its_channel_is() throws Exception {
        room.start();
        room.world().archive(Discordia.ADULTS_ASIDE);

        assertThat(isAskedForAll(Discordia.ADULTS_ASIDE)).isFalse();
    }

    @Test
    void a_channel_that_is_not_known_is_taken_for_one_that_is_open_to_all() throws Exception {
        room.start();

        ChannelRef unknown = new ChannelRef(Discord.ID, "100000000000009999");
        assertThat(room.discord().openToAll(new Place(unknown, null, new CommunityRef(Discord.ID, Discordia.GUILD))))
                .isTrue();
    }

    /** What the image server is told of a picture that is asked for there. */
    private boolean isAskedForAll(String channel) {
        give(room.player().at(channel), "imagine", Map.of("prompt", "a lighthouse"));
        room.picture(channel, 1);
        var requests = room.backend().requests();
        return requests.get(requests.size() - 1).openToAll();
    }
}

package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static dev.limner.discord.DiscordRoom.give;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.CommunityRef;
import dev.limner.discord.loopback.Discordia;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Channels that are deleted, and servers that the bot is taken out of. */
class DiscordDeparturesTest {
    private static final String HERE = Discordia.WRITING;
    private static final String THREAD = Discordia.ASIDE;
    private static final String OTHER = Discordia.OTHER;

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void the_story_of_a_deleted_channel_is_forgotten_with_those_of_its_threads() throws Exception {
        room.start();
        said(HERE, THREAD, OTHER);

        room.world().deleteChannel(HERE);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(room.keptTexts(HERE)).isEmpty();
            assertThat(room.keptTexts(THREAD)).isEmpty();
        });
        assertThat(room.keptTexts(OTHER)).containsExactly("one");
    }

    @Test
    void the_story_of_a_deleted_thread_is_forgotten_when_it_is_archived_too() throws Exception {
        room.start();
        said(HERE, THREAD, Discordia.THREAD);
        room.world().archive(THREAD);

        room.world().deleteChannel(THREAD);
        room.world().deleteChannel(Discordia.THREAD);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(room.keptTexts(THREAD)).isEmpty();
            assertThat(room.keptTexts(Discordia.THREAD)).isEmpty();
        });
        assertThat(room.keptTexts(HERE)).containsExactly("one");
    }

    @Test
    void a_server_that_takes_the_bot_out_is_forgotten_and_not_followed_when_it_invites_it_again() throws Exception {
        room.start();
        said(HERE, THREAD);

        room.world().expel();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(room.keptTexts(HERE)).isEmpty();
            assertThat(room.keptTexts(THREAD)).isEmpty();
        });

        room.world().bringBack();
        give(room.moderator(), "story status", Map.of());
        room.answer(room.moderator(), "The story is not followed here.");
        room.player().say("while nobody turned it on");
        give(room.moderator(), "story on", Map.of());
        await().atMost(PATIENCE).until(() -> room.player().sees().size() == 2);
        room.player().say("after it was");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.keptTexts(HERE)).containsExactly("after it was"));
    }

    @Test
    void a_server_that_discord_loses_for_a_while_keeps_its_story() throws Exception {
        room.start();
        said(HERE);

        room.world().outage();
        room.world().bringBack();
        room.player().say("two");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.keptTexts(HERE)).containsExactly("one", "two"));
    }

    @Test
    void servers_that_the_bot_was_taken_out_of_unheard_are_told_from_those_that_are_only_not_there_now()
            throws Exception {
        CommunityRef town = server(Long.parseLong(Discordia.GUILD));
        CommunityRef farAway = server(Long.parseLong(Discordia.GUILD) + ((16L + 249) << 22));
        CommunityRef nowhere = server(7);
        room.start();
        room.world().outage();
        room.world().addCrowd(250, 1);

        assertThat(room.discord().left(Set.of(town, farAway, nowhere))).containsExactly(nowhere);
    }

    private static CommunityRef server(long id) {
        return new CommunityRef(Discord.ID, Long.toString(id));
    }

    /** One message in each, where the story is followed. */
    private void said(String... channels) {
        for (String channel : channels) {
            room.follow(channel);
            room.player().at(channel).say("one");
            await().atMost(PATIENCE).until(() -> room.keptTexts(channel).size() == 1);
        }
    }
}

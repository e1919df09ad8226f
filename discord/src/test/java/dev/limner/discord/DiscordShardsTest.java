package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static dev.limner.discord.DiscordRoom.give;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.PlannedMessage;
import dev.limner.discord.loopback.Discordia;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two connections, of which each serves another server. */
class DiscordShardsTest {
    private static final String HERE = Discordia.WRITING;
    private static final String ELSEWHERE = Discordia.ELSEWHERE;

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @BeforeEach
    void connect() throws Exception {
        room.world().recommendTwoConnections();
        room.start();
        await().atMost(PATIENCE).until(() -> room.world().line().connections() == 2);
    }

    @Test
    void each_server_is_heard_once_and_answered_where_it_asked() throws Exception {
        room.follow(HERE);
        room.follow(ELSEWHERE);

        room.player().say("here");
        room.player().at(ELSEWHERE).say("elsewhere");
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        give(room.player().at(ELSEWHERE), "imagine", Map.of("prompt", "a harbour"));

        assertThat(room.picture(HERE, 1).files().get(0).altText()).contains("lighthouse");
        assertThat(room.picture(ELSEWHERE, 1).files().get(0).altText()).contains("harbour");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(room.keptTexts(HERE)).containsExactly("here");
            assertThat(room.keptTexts(ELSEWHERE)).containsExactly("elsewhere");
        });
        assertThat(room.backend().requests()).hasSize(2);
        assertThat(room.world().line().identifies()).isEqualTo(2);
    }

    @Test
    void nothing_of_one_server_is_to_be_had_in_the_other() throws Exception {
        give(room.moderator(), "character set", Map.of("name", "Mira", "prefix", "Mira, a lean elf"));
        room.answer(room.moderator(), "Mira");

        give(room.player().at(ELSEWHERE), "character show", Map.of("name", "Mira"));

        assertThat(room.answer(room.player(), "There is no").text()).doesNotContain("elf");
    }

    @Test
    void a_post_goes_through_the_connection_that_serves_its_channel() throws Exception {
        Shards shards = room.discord().shards();

        assertThat(shards.of(Long.parseLong(HERE)).getShardInfo().getShardId()).isZero();
        assertThat(shards.of(Long.parseLong(ELSEWHERE)).getShardInfo().getShardId())
                .isEqualTo(1);

        room.discord()
                .send(
                        new ChannelRef(Discord.ID, ELSEWHERE),
                        new PlannedMessage("through the second", List.of(), List.of(), null, null));
        assertThat(room.player().at(ELSEWHERE).sees()).extracting(Seen::text).containsExactly("through the second");
    }

    @Test
    void what_happens_while_both_lines_are_down_arrives_once() throws Exception {
        room.follow(HERE);
        room.follow(ELSEWHERE);
        int resumes = room.world().line().resumes();

        room.world().line().drop();
        room.player().say("here");
        room.player().at(ELSEWHERE).say("elsewhere");
        await().atMost(PATIENCE).until(() -> room.world().line().resumes() == resumes + 2);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(room.keptTexts(HERE)).containsExactly("here");
            assertThat(room.keptTexts(ELSEWHERE)).containsExactly("elsewhere");
        });
    }
}

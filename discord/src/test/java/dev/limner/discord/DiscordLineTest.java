package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Line;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of the connection to the gateway: what Discord replays is neither lost nor taken twice. */
class DiscordLineTest {
    private static final String HERE = Discordia.WRITING;

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void what_happens_while_the_line_is_down_arrives_once_and_in_order() throws Exception {
        room.start().follow(HERE);
        List<String> said = new ArrayList<>();
        for (int cut = 1; cut <= 3; cut++) {
            int resumes = line().resumes();
            say(said, "before cut " + cut);
            line().drop();
            say(said, "in cut " + cut);
            await().atMost(PATIENCE).until(() -> line().resumes() > resumes && line().isUp());
            say(said, "after cut " + cut);
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.keptTexts(HERE)).isEqualTo(said));
        assertThat(line().identifies()).isEqualTo(1);
    }

    @Test
    void it_reconnects_when_discord_asks_for_that() throws Exception {
        room.start().follow(HERE);
        List<String> said = new ArrayList<>();
        say(said, "before");

        line().askToReconnect();
        say(said, "meanwhile");
        await().atMost(PATIENCE).until(() -> line().resumes() > 0 && line().isUp());
        say(said, "after");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.keptTexts(HERE)).isEqualTo(said));
    }

    @Test
    void after_a_lost_session_it_logs_in_anew_at_the_same_address() throws Exception {
        room.start().follow(HERE);

        line().dropAndForget();
        await().atMost(PATIENCE).until(() -> line().identifies() == 2 && line().isUp());
        await().atMost(PATIENCE).untilAsserted(() -> {
            room.player().say("again");
            assertThat(room.keptTexts(HERE)).contains("again");
        });
    }

    @Test
    void a_line_that_gives_no_sign_of_life_is_left_for_another() throws Exception {
        line().heartbeat(200, true);
        room.start().follow(HERE);

        // the next line beats seldom, so that it is not left as well, however slow this machine is
        line().heartbeat(41_250, false);
        await().atMost(PATIENCE).until(() -> line().resumes() > 0);
        line().heartbeat(41_250, true);
        await().atMost(PATIENCE).untilAsserted(() -> {
            room.player().say("still here");
            assertThat(room.keptTexts(HERE)).contains("still here");
        });
    }

    private Line line() {
        return room.world().line();
    }

    private void say(List<String> said, String text) {
        room.player().say(text);
        said.add(text);
    }
}

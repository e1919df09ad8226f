package dev.limner.discord;

import static dev.limner.discord.DiscordRoom.give;
import static org.awaitility.Awaitility.await;

import dev.limner.discord.loopback.Discordia;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where Discord wants one channel to wait, nothing else waits. */
class DiscordPaceTest {
    private static final String HERE = Discordia.WRITING;
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    private final DiscordRoom room = new DiscordRoom();

    @Test
    void a_pause_that_one_channel_wants_does_not_stop_progress_in_another() throws Exception {
        room.start();
        room.backend().holdBack();
        room.world().rest().tooFast("PATCH channels/" + HERE + "/messages/.*", 45);
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        await().atMost(SOON)
                .until(() ->
                        room.world().rest().calls().stream().anyMatch(c -> c.startsWith("PATCH channels/" + HERE)));

        give(room.moderator().at(Discordia.OTHER), "imagine", Map.of("prompt", "a harbour"));

        await().atMost(SOON)
                .until(() -> room.player().at(Discordia.OTHER).sees().stream()
                        .anyMatch(seen -> seen.text().contains("50 %")));
    }

    @Test
    void a_pause_before_a_status_does_not_keep_the_story_waiting() throws Exception {
        room.start().follow(HERE);
        room.backend().holdBack();
        room.world().rest().tooFast("POST channels/" + HERE + "/messages", 45);
        give(room.player(), "imagine", Map.of("prompt", "a lighthouse"));
        await().atMost(SOON).until(() -> !room.backend().requests().isEmpty());

        room.player().say("He nods.");

        await().atMost(SOON).until(() -> room.keptTexts(HERE).contains("He nods."));
    }
}

package dev.limner.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.command.CommandCatalog;
import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key {@code DISCORD_SHARDS}, from the configuration to the connections. */
class DiscordShardsKeyTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path data;

    private Discordia world;

    @BeforeEach
    void open() throws Exception {
        world = Discordia.open();
        world.addNextDoor();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Installation started(String shards) throws Exception {
        return Installation.start(
                data,
                "WEBCHAT_PORT=off",
                "DISCORD_TOKEN=" + Discordia.TOKEN,
                "DISCORD_API_URL=" + world.api(),
                "DISCORD_CDN_HOSTS=" + world.cdn(),
                "DISCORD_SHARDS=" + shards);
    }

    @Test
    void so_many_connections_are_made_as_the_key_says_and_every_server_is_served() throws Exception {
        try (Installation limner = started("2")) {
            await().atMost(PATIENCE).until(() -> world.line().connections() == 2);

            Person player = world.person("Sam", "Player");
            for (String channel : new String[] {Discordia.WRITING, Discordia.ELSEWHERE}) {
                player.at(channel)
                        .command(
                                CommandCatalog.standard().find("imagine", null).orElseThrow(),
                                Map.of("prompt", "a lighthouse"),
                                null);
                await().atMost(PATIENCE)
                        .until(() -> player.at(channel).sees().stream()
                                .anyMatch(seen -> !seen.files().isEmpty()));
            }
            assertThat(world.line().identifies()).isEqualTo(2);
        }
    }

    @Test
    void left_to_discord_there_are_as_many_as_it_recommends() throws Exception {
        try (Installation limner = started("auto")) {
            await().atMost(PATIENCE).until(() -> world.line().connections() == 1);

            assertThat(world.line().identifies()).isEqualTo(1);
        }
    }
}

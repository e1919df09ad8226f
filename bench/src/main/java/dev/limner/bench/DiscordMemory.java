package dev.limner.bench;

import dev.limner.command.CommandCatalog;
import dev.limner.discord.Discord;
import dev.limner.discord.DiscordSettings;
import dev.limner.discord.interaction.SqlInteractions;
import dev.limner.discord.loopback.Discordia;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;

/**
 * What a bot in 2,500 servers of 100 channels takes of memory, beside JDA alone with the same intents and without one of its
 * caches. Each runs in a process of its own, on a loopback Discord in this one.
 */
final class DiscordMemory {
    private static final int SERVERS = 2_500;
    private static final int CHANNELS = 100;

    private DiscordMemory() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            measure(arguments[0], URI.create(arguments[1]));
            return;
        }
        try (Discordia world = Discordia.open()) {
            world.addCrowd(SERVERS, CHANNELS);
            for (String what : List.of("jda", "limner")) {
                child(what, world.api());
            }
        }
    }

    private static void child(String what, URI api) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                DiscordMemory.class.getName(),
                what,
                api.toString()));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(what + " ended with status " + status);
        }
    }

    private static void measure(String what, URI api) throws Exception {
        long empty = usedBytes();
        if (what.equals("jda")) {
            ShardManager jda = DefaultShardManagerBuilder.createLight(
                            Discordia.TOKEN, GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT)
                    .setRestConfigProvider(shard -> new RestConfig().setBaseUrl(api.toString()))
                    .setCompression(Compression.NONE)
                    .setShardsTotal(1)
                    .build();
            while (jda.getGuildCache().size() <= SERVERS) {
                Thread.sleep(100);
            }
            report(what, empty, jda);
            jda.shutdown();
        } else {
            try (Installation installation = new Installation(Files.createTempDirectory("limner-bench"), "discord");
                    Discord discord = new Discord(
                            new DiscordSettings(Discordia.TOKEN, api, Set.of(), 1),
                            new SqlInteractions(installation.database, InstantSource.system()))) {
                installation.core.add(discord);
                discord.start(installation.core.listener(), CommandCatalog.standard());
                while (!discord.summary().endsWith("servers: " + (SERVERS + 1))) {
                    Thread.sleep(100);
                }
                report(what, empty, discord);
            }
        }
        System.exit(0);
    }

    private static void report(String what, long empty, Object held) throws Exception {
        long used = usedBytes();
        System.out.printf(
                "%-7s heap in use %.0f MB, of which %.0f MB before it began (%s)%n",
                what, used / 1e6, empty / 1e6, held.getClass().getSimpleName());
    }

    private static long usedBytes() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

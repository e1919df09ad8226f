package dev.limner.app;

import dev.limner.discord.loopback.Discordia;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own, as a bot on a loopback Discord. */
final class DiscordProcess {
    private final Process process;

    private DiscordProcess(Process process) {
        this.process = process;
    }

    /** Returns when it is ready. */
    static DiscordProcess start(Discordia world, Path data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.limner.app.Main",
                "run");
        builder.environment().put("WEBCHAT_PORT", "off");
        builder.environment().put("LIMNER_DATA", data.toString());
        builder.environment().put("DISCORD_TOKEN", Discordia.TOKEN);
        builder.environment().put("DISCORD_API_URL", world.api().toString());
        builder.environment().put("DISCORD_CDN_HOSTS", world.cdn());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("discord")) {
                return new DiscordProcess(process);
            }
        }
        throw new IOException("it ended before it was ready");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9}; returns when it is dead. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As SIGTERM does; returns when it has ended. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
    }
}

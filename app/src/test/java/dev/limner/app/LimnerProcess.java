package dev.limner.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own. */
final class LimnerProcess implements AutoCloseable {
    private final Process process;
    private final String place;

    private LimnerProcess(Process process, String place) {
        this.process = process;
        this.place = place;
    }

    /**
     * Returns when it is ready.
     *
     * @param data where it keeps everything and looks for {@code .env}; may be that of an earlier one
     * @param surface as the start prints it, such as {@code web chat}
     * @param settings more of them, such as {@code GATEWAY_PORT=0}; the web chat is off unless they set its port
     */
    static LimnerProcess start(Path data, String surface, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of("WEBCHAT_PORT", "off"));
        all.putAll(settings);
        ProcessBuilder builder = command(data, all, "run");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(surface)) {
                return new LimnerProcess(
                        process, line.substring(surface.length()).strip());
            }
        }
        throw new IOException("it ended before it was ready");
    }

    /** Any of its commands, to be started in the data folder. */
    static ProcessBuilder command(Path data, Map<String, String> settings, String... arguments) {
        // the first compiler alone: these processes do not live long
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.limner.app.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(data.toFile());
        builder.environment().put("LIMNER_DATA", data.toString());
        builder.environment().putAll(settings);
        return builder;
    }

    /** Where its surface is met, as the start printed it. */
    String place() {
        return place;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9}; returns when it is dead. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As SIGTERM does; returns when it has ended, which may take 5 s. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
    }
}

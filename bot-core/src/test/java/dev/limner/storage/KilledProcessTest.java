package dev.limner.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.story.StoryLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {
    private static final int KILLS = 5;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 300;
    // a line cut short by the kill has no full stop
    private static final Pattern DURABLE = Pattern.compile("durable (\\S+)\\.");

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void nothing_that_was_acknowledged_is_lost_when_the_process_is_killed() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(appendAndKill("run" + kill));

            try (Database database = Database.open(StorageSettings.in(folder))) {
                assertThat(kept(new SqlStoryLog(database))).containsAll(acknowledged);
            }
        }
    }

    private static Set<String> kept(StoryLog log) {
        return log.window(AppendUntilKilled.CHANNEL, 0, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .map(message -> message.ref().id())
                .collect(Collectors.toSet());
    }

    private List<String> appendAndKill(String run) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendUntilKilled.class.getName(),
                        folder.toString(),
                        run)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader output = process.inputReader(UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher durable = DURABLE.matcher(line);
                if (durable.matches()) {
                    acknowledged.add(durable.group(1));
                }
                if (acknowledged.size() == ACKNOWLEDGED_BEFORE_THE_KILL) {
                    // by its handle: the process itself would close its output, with lines still unread
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
        return acknowledged;
    }
}

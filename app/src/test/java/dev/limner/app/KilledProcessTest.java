package dev.limner.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.chat.ChannelRef;
import dev.limner.storage.Database;
import dev.limner.storage.SqlIllustrations;
import dev.limner.storage.SqlStoryLog;
import dev.limner.storage.StorageSettings;
import dev.limner.story.StoryMessage;
import dev.limner.webchat.WebChat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives the death of the process, whenever it comes. The process is a real one. */
class KilledProcessTest {
    private static final ChannelRef ROOM = WebChat.MAIN;
    /** Two requests each time: all of them may be waiting at the end, and one person may have ten. */
    private static final int KILLS = 5;

    @TempDir
    Path data;

    private LimnerProcess limner;
    private Visitor visitor;

    @BeforeEach
    void begin() throws Exception {
        limner = LimnerProcess.start(data, "web chat", Map.of("WEBCHAT_PORT", "0"));
        visitor = new Visitor(limner.place());
    }

    @AfterEach
    void end() {
        limner.close();
    }

    @Test
    void whatever_was_acknowledged_is_finished_and_shown_once() throws Exception {
        Random moments = new Random(7);
        List<String> acknowledged = new ArrayList<>();
        int accepted = 0;
        visitor.command("/story on");
        for (int kill = 0; kill < KILLS; kill++) {
            for (int i = 0; i < 5; i++) {
                String text = "Mira opens door " + kill + "." + i + " of the long corridor.";
                visitor.say(text);
                acknowledged.add(text);
            }
            visitor.command("/scene messages=3");
            visitor.command("/imagine a lighthouse in fog, number " + kill);
            accepted += 2;
            dieAfter(moments.nextInt(5), accepted);
            begin();
        }
        int expected = accepted;
        await().atMost(Duration.ofMinutes(4))
                .until(() -> pictures().size() >= expected && statuses().isEmpty());
        assertThat(pictures()).hasSize(accepted);
        assertThat(visitor.messages().stream().map(m -> m.path("text").asText()))
                .containsAll(acknowledged);
        limner.stop();

        assertThat(storyTexts()).containsExactlyElementsOf(acknowledged);
        try (Database database = Database.open(StorageSettings.in(data, "webchat"))) {
            SqlIllustrations illustrations = new SqlIllustrations(database);
            assertThat(illustrations.latest(ROOM, 1000)).hasSize(accepted).allSatisfy(illustration -> {
                assertThat(illustration.told()).isTrue();
                assertThat(illustration.posted()).isNotEmpty();
            });
            Set<String> posts = new HashSet<>();
            illustrations.latest(ROOM, 1000).forEach(i -> posts.add(String.valueOf(i.posted())));
            assertThat(posts).hasSize(accepted);
        }
    }

    @Test
    void it_ends_when_it_is_asked_to() throws Exception {
        visitor.command("/story on");
        visitor.say("Mira waits.");
        visitor.command("/scene");

        limner.stop();

        assertThat(limner.isAlive()).isFalse();
    }

    /** Kills at once, or as soon as so much of what is under way can be seen. */
    private void dieAfter(int stage, int accepted) throws Exception {
        if (stage > 0) {
            await().pollInterval(Duration.ofMillis(2 + 7L * stage))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> pictures().size() >= accepted - 1
                            || statuses().stream().anyMatch(text -> text.contains("%")));
        }
        limner.close();
    }

    private List<JsonNode> pictures() throws Exception {
        return visitor.messages().stream()
                .filter(m -> !m.path("pictures").isEmpty())
                .toList();
    }

    private List<String> statuses() throws Exception {
        return visitor.messages().stream()
                .filter(m -> m.path("kind").asText().equals("bot"))
                .map(m -> m.path("text").asText())
                .filter(text -> text.startsWith("Accepted") || text.startsWith("Drawing") || text.startsWith("Not yet"))
                .toList();
    }

    private List<String> storyTexts() {
        try (Database database = Database.open(StorageSettings.in(data, "webchat"))) {
            return new SqlStoryLog(database)
                    .window(ROOM, 0, Long.MAX_VALUE, 10_000).stream()
                            .map(StoryMessage::text)
                            .toList();
        }
    }
}

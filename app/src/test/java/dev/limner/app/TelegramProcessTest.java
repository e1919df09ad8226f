package dev.limner.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.PlatformId;
import dev.limner.illustration.State;
import dev.limner.storage.Database;
import dev.limner.storage.SqlIllustrations;
import dev.limner.storage.SqlStoryLog;
import dev.limner.storage.StorageSettings;
import dev.limner.story.StoryMessage;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.LoopbackBotApi;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Posted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product on Telegram in a process of its own, which dies at any moment. */
class TelegramProcessTest {
    private static final long GROUP = -100777L;
    private static final ChannelRef CHANNEL = new ChannelRef(new PlatformId("telegram"), Long.toString(GROUP));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int KILLS = 5;

    @TempDir
    Path data;

    private final LoopbackBotApi api = new LoopbackBotApi();
    private Person jo;
    private LimnerProcess limner;

    @BeforeEach
    void begin() throws Exception {
        api.methods().chat(GROUP, "supergroup", "The Long Corridor");
        jo = new Person(api, GROUP, null, 11, "Jo", null);
        api.methods().administrator(GROUP, jo.id(), true);
        limner = started();
    }

    @AfterEach
    void end() {
        limner.close();
        api.close();
    }

    private LimnerProcess started() throws IOException {
        return LimnerProcess.start(
                data,
                "telegram",
                Map.of(
                        "TELEGRAM_TOKEN",
                        LoopbackBotApi.TOKEN,
                        "TELEGRAM_API_URL",
                        api.base().toString()));
    }

    private List<Posted> pictures() {
        return api.methods().posted(GROUP).stream()
                .filter(p -> p.file() != null)
                .toList();
    }

    @Test
    void no_message_is_lost_and_no_request_drawn_twice_whenever_the_process_dies() throws Exception {
        Random moments = new Random(7);
        List<String> said = new ArrayList<>();
        jo.say("/story on");
        await().atMost(PATIENCE).until(() -> !api.methods().posted(GROUP).isEmpty());
        for (int kill = 0; kill < KILLS; kill++) {
            for (int i = 0; i < 5; i++) {
                String text = "Mira opens door " + kill + "." + i + " of the long corridor.";
                jo.say(text);
                said.add(text);
            }
            jo.say("/imagine a lighthouse in fog, number " + kill);
            // anywhere between receiving, acknowledging, accepting, drawing and posting
            Thread.sleep(moments.nextInt(400));
            limner.close();
            limner = started();
        }
        await().atMost(PATIENCE).until(() -> pictures().size() >= KILLS && api.waiting() == 0);
        limner.stop();

        try (Database database = Database.open(StorageSettings.in(data, "webchat", "telegram"))) {
            assertThat(new SqlStoryLog(database).window(CHANNEL, 0, Long.MAX_VALUE, 1000))
                    .extracting(StoryMessage::text)
                    .containsExactlyElementsOf(said);
            assertThat(new SqlIllustrations(database).latest(CHANNEL, 1000))
                    .hasSize(KILLS)
                    .allMatch(illustration -> illustration.state() == State.DONE);
        }
    }

    @Test
    void it_ends_when_it_is_asked_to_though_a_poll_is_under_way_and_a_call_hangs() throws Exception {
        await().atMost(PATIENCE).until(() -> api.polls() > 0);
        api.fail("sendMessage", Fault.of(Fault.Kind.HANG));
        jo.say("/help");
        await().atMost(PATIENCE).until(() -> !api.calls("sendMessage").isEmpty());

        limner.stop();

        assertThat(limner.isAlive()).isFalse();
    }
}

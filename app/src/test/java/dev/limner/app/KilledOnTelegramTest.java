package dev.limner.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.PlatformId;
import dev.limner.illustration.State;
import dev.limner.image.a1111.FakeA1111;
import dev.limner.image.a1111.FakeKind;
import dev.limner.image.a1111.FakePace;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process on a loopback Telegram, killed between each two steps of an update and of an illustration: what it asks of
 * Telegram or of the image server is held until it is dead.
 */
class KilledOnTelegramTest {
    private static final long GROUP = -100777L;
    private static final ChannelRef CHANNEL = new ChannelRef(new PlatformId("telegram"), Long.toString(GROUP));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path data;

    private final LoopbackBotApi api = new LoopbackBotApi();
    private final FakeA1111 painter = new FakeA1111(FakeKind.FORGE);
    private final List<String> said = new ArrayList<>();
    private int shown;
    private Person jo;
    private LimnerProcess limner;

    @BeforeEach
    void begin() throws Exception {
        painter.start();
        api.methods().chat(GROUP, "supergroup", "The Long Corridor");
        jo = new Person(api, GROUP, null, 11, "Jo", null);
        api.methods().administrator(GROUP, jo.id(), true);
        limner = started();
        jo.say("/story on");
        await().atMost(PATIENCE).until(() -> !posted().isEmpty());
    }

    @AfterEach
    void end() {
        limner.close();
        api.close();
        painter.close();
    }

    private LimnerProcess started() throws IOException {
        return LimnerProcess.start(
                data,
                "telegram",
                Map.of(
                        "TELEGRAM_TOKEN",
                        LoopbackBotApi.TOKEN,
                        "TELEGRAM_API_URL",
                        api.base().toString(),
                        "IMAGE_BACKENDS",
                        "a1111=" + painter.address()));
    }

    @Test
    void an_update_that_was_received_and_not_yet_kept_is_given_again() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + databaseFile());
                Statement lock = other.createStatement()) {
            lock.execute("begin immediate");
            long last = ask(0);
            await().atMost(PATIENCE).until(() -> api.given() >= last - 1);
            limner.close();
            lock.execute("rollback");
        }
        assertThat(api.waiting()).isEqualTo(2);

        limner = started();

        assertDrawn(0, 1);
        assertNothingLostOrTwice(1);
    }

    @Test
    void an_update_that_was_kept_and_not_yet_acknowledged_is_handled_once() throws Exception {
        dieAt("getUpdates", false);
        ask(0);
        awaitDeath();
        assertThat(api.waiting()).isPositive();

        limner = started();

        assertDrawn(0, 1);
        assertNothingLostOrTwice(1);
    }

    @Test
    void a_command_that_was_acknowledged_and_not_yet_followed_is_followed() throws Exception {
        restart();
        LimnerProcess doomed = limner;
        api.fail("getChatAdministrators", Fault.of(Fault.Kind.CUT_BEFORE, () -> {
            await().atMost(PATIENCE).until(() -> api.waiting() == 0);
            doomed.close();
        }));
        ask(0);
        awaitDeath();

        limner = started();

        assertDrawn(0, 1);
        assertNothingLostOrTwice(1);
    }

    /** The message that shows progress, the picture, and the end of that message. */
    @Test
    void
            an_illustration_is_finished_wherever_the_process_dies_and_posted_twice_only_where_the_platform_cannot_prevent_it()
                    throws Exception {
        List<Step> steps = List.of(
                new Step("sendMessage", false, 1),
                new Step("sendMessage", true, 1),
                new Step("sendPhoto", false, 1),
                // posted, but not yet noted: one too many rather than none
                new Step("sendPhoto", true, 2),
                new Step("deleteMessage", false, 1),
                new Step("deleteMessage", true, 1));
        int number = 0;
        for (Step step : steps) {
            LimnerProcess doomed = limner;
            int before = texts();
            // behind a picture that comes first no progress would be shown, nor taken away
            painter.pace(job -> await().atMost(PATIENCE).until(() -> texts() > before || !doomed.isAlive()));
            dieAt(step.method(), step.done());
            ask(number);
            awaitDeath();

            limner = started();

            assertDrawn(number, step.pictures());
            number++;
        }
        assertNothingLostOrTwice(number);
        for (int i = 0; i < number; i++) {
            // the message that shows progress is sent while the picture is drawn, and takes that with it
            if (!steps.get(i).method().equals("sendMessage")) {
                assertThat(asked(i))
                        .as("none is drawn again for being posted again")
                        .isEqualTo(1);
            }
        }
    }

    /** How often that picture was asked for. */
    private long asked(int number) {
        return painter.requests().stream()
                .filter(request -> request.path("prompt").asText().endsWith("number " + number))
                .count();
    }

    @Test
    void a_picture_that_was_being_drawn_is_drawn_again() throws Exception {
        LimnerProcess doomed = limner;
        painter.pace(job -> {
            painter.pace(FakePace.atOnce());
            doomed.close();
        });
        ask(0);
        awaitDeath();

        limner = started();

        assertDrawn(0, 1);
        assertNothingLostOrTwice(1);
        assertThat(painter.requests()).hasSize(2);
    }

    @Test
    void asked_to_end_it_does_though_a_poll_an_answer_and_a_picture_are_under_way_and_takes_up_where_it_stopped()
            throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        painter.pace(job -> ended.await());
        ask(0);
        await().atMost(PATIENCE).until(() -> !painter.requests().isEmpty());
        int answers = api.calls("sendMessage").size();
        api.fail("sendMessage", Fault.of(Fault.Kind.HANG));
        jo.say("/help");
        await().atMost(PATIENCE).until(() -> api.calls("sendMessage").size() > answers);

        // the poll waits for 50 s, the other two for as long as the test wants
        limner.stop();
        say("Mira waits for them.");
        painter.pace(FakePace.atOnce());
        ended.countDown();
        limner = started();

        assertDrawn(0, 1);
        assertNothingLostOrTwice(1);
    }

    private void restart() throws Exception {
        limner.stop();
        limner = started();
    }

    private void dieAt(String method, boolean done) {
        LimnerProcess doomed = limner;
        api.fail(method, Fault.of(done ? Fault.Kind.CUT_AFTER : Fault.Kind.CUT_BEFORE, doomed::close));
    }

    private void awaitDeath() {
        await().atMost(PATIENCE).until(() -> !limner.isAlive());
    }

    private void say(String text) {
        said.add(text);
        jo.say(text);
    }

    /** Goes on with the story and asks for a picture. @return the number of the last update */
    private long ask(int number) {
        say("Mira opens door " + number + " of the long corridor.");
        jo.say("/imagine a lighthouse in fog, number " + number);
        return api.lastUpdate();
    }

    private List<Posted> posted() {
        return api.methods().posted(GROUP);
    }

    private int texts() {
        return posted().size() - pictures().size();
    }

    private List<Posted> pictures() {
        return posted().stream().filter(p -> p.file() != null).toList();
    }

    /** @param times how often the newest picture is to stand there */
    private void assertDrawn(int number, int times) {
        shown += times;
        await().alias("picture " + number).atMost(PATIENCE).until(() -> areToldOf(number + 1));
        assertThat(pictures()).as("pictures up to number " + number).hasSize(shown);
        assertThat(pictures().stream()
                        .map(p -> Objects.requireNonNull(p.file()).name())
                        .distinct())
                .hasSize(number + 1);
    }

    private boolean areToldOf(int count) {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + databaseFile());
                Statement query = other.createStatement();
                var row = query.executeQuery("select count(*) from illustration where told")) {
            return row.next() && row.getInt(1) == count;
        } catch (java.sql.SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path databaseFile() throws IOException {
        try (var files = Files.list(data)) {
            return files.filter(file -> file.toString().endsWith(".db"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void assertNothingLostOrTwice(int pictures) throws Exception {
        await().atMost(PATIENCE).until(() -> api.waiting() == 0);
        limner.stop();
        try (Database database = Database.open(StorageSettings.in(data, "webchat", "telegram"))) {
            assertThat(new SqlStoryLog(database).window(CHANNEL, 0, Long.MAX_VALUE, 1000))
                    .extracting(StoryMessage::text)
                    .containsExactlyElementsOf(said);
            assertThat(new SqlIllustrations(database).latest(CHANNEL, 1000))
                    .hasSize(pictures)
                    .allMatch(illustration -> illustration.state() == State.DONE);
        }
    }

    /**
     * What is called when the process dies.
     *
     * @param done whether Telegram did it before that
     * @param pictures how often the picture stands in the chat in the end
     */
    private record Step(String method, boolean done, int pictures) {}
}

package dev.limner.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.command.CommandCatalog;
import dev.limner.discord.Discord;
import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Person;
import dev.limner.illustration.State;
import dev.limner.image.a1111.FakeA1111;
import dev.limner.image.a1111.FakeKind;
import dev.limner.image.a1111.FakePace;
import dev.limner.storage.Database;
import dev.limner.storage.SqlIllustrations;
import dev.limner.storage.SqlStoryLog;
import dev.limner.storage.StorageSettings;
import dev.limner.story.StoryMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process on a loopback Discord, killed between each two steps that Discord sees of an illustration. */
class KilledOnDiscordTest {
    private static final String HERE = Discordia.WRITING;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path data;

    private Discordia world;
    private LimnerProcess limner;
    private Person moderator;
    private Person player;

    @BeforeEach
    void begin() throws Exception {
        world = Discordia.open();
        moderator = world.person("Ines", "Moderator");
        player = world.person("Sam", "Player");
        limner = started();
    }

    private LimnerProcess started() throws IOException {
        return started(Map.of());
    }

    private LimnerProcess started(Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(more);
        settings.putAll(Map.of(
                "DISCORD_TOKEN", Discordia.TOKEN,
                "DISCORD_API_URL", world.api().toString(),
                "DISCORD_CDN_HOSTS", world.cdn()));
        return LimnerProcess.start(data, "discord", settings);
    }

    @AfterEach
    void end() {
        limner.close();
        world.close();
    }

    @Test
    void an_illustration_is_posted_once_wherever_the_process_dies() throws Exception {
        List<Step> steps = List.of(
                new Step("POST channels/" + HERE + "/messages", false),
                new Step("POST channels/" + HERE + "/messages", true),
                new Step("POST channels/" + HERE + "/messages files", false),
                new Step("POST channels/" + HERE + "/messages files", true),
                new Step("DELETE channels/" + HERE + "/messages/\\d+", false),
                new Step("DELETE channels/" + HERE + "/messages/\\d+", true));
        int asked = 0;
        try (FakeA1111 painter = new FakeA1111(FakeKind.FORGE).start()) {
            Map<String, String> drawing = Map.of("IMAGE_BACKENDS", "a1111=" + painter.address());
            limner.stop();
            limner = started(drawing);
            for (Step step : steps) {
                LimnerProcess doomed = limner;
                // behind a picture that comes first no progress would be shown, nor taken away
                painter.pace(job -> await().atMost(PATIENCE).until(() -> isProgressShown() || !doomed.isAlive()));
                world.rest().interruptNext(step.call(), step.done(), doomed::close);
                give(player, "imagine", Map.of("prompt", "a lighthouse in fog, number " + asked));
                asked++;
                await().alias(step + ": dies").atMost(PATIENCE).until(() -> !doomed.isAlive());

                limner = started(drawing);

                int expected = asked;
                await().alias(step.toString())
                        .atMost(PATIENCE)
                        .until(() -> pictures().size() >= expected && !isProgressShown());
                assertThat(pictures()).as(step.toString()).hasSize(asked);
            }
        }
    }

    private boolean isProgressShown() {
        return player.sees().size() > pictures().size();
    }

    /** Discord does not tell of a command again: either it was accepted, and is drawn and posted, or it never was. */
    @Test
    void a_command_whose_acknowledgement_was_under_way_is_posted_once_or_was_never_accepted() throws Exception {
        for (boolean done : new boolean[] {false, true}) {
            LimnerProcess doomed = limner;
            world.rest().interruptNext("POST interactions/.*", done, doomed::close);
            give(player, "imagine", Map.of("prompt", "a lighthouse in fog"));
            await().atMost(PATIENCE).until(() -> !doomed.isAlive());

            limner = started();

            int before = pictures().size();
            give(player, "imagine", Map.of("prompt", "a harbour at noon"));
            await().atMost(PATIENCE)
                    .until(() -> pictures().size() > before
                            && player.sees().size() == pictures().size());
        }
        limner.stop();
        try (Database database = Database.open(StorageSettings.in(data, "webchat"))) {
            assertThat(new SqlIllustrations(database).latest(new ChannelRef(Discord.ID, HERE), 10))
                    .hasSize(pictures().size())
                    .allMatch(illustration -> illustration.state() == State.DONE);
        }
    }

    @Test
    void a_picture_that_was_being_drawn_is_drawn_again_and_posted_once() throws Exception {
        try (FakeA1111 painter = new FakeA1111(FakeKind.FORGE).start()) {
            Map<String, String> drawing = Map.of("IMAGE_BACKENDS", "a1111=" + painter.address());
            limner.stop();
            LimnerProcess doomed = started(drawing);
            limner = doomed;
            painter.pace(job -> {
                painter.pace(FakePace.atOnce());
                doomed.close();
            });
            give(player, "imagine", Map.of("prompt", "a lighthouse in fog"));
            await().atMost(PATIENCE).until(() -> !doomed.isAlive());

            limner = started(drawing);

            await().atMost(PATIENCE)
                    .until(() -> !pictures().isEmpty()
                            && player.sees().size() == pictures().size());
            assertThat(pictures()).hasSize(1);
            assertThat(painter.requests()).hasSize(2);
        }
    }

    @Test
    void who_asked_is_answered_by_the_process_after_where_neither_the_channel_nor_a_direct_message_takes_it()
            throws Exception {
        try (FakeA1111 painter = new FakeA1111(FakeKind.FORGE).start()) {
            Map<String, String> drawing = Map.of("IMAGE_BACKENDS", "a1111=" + painter.address());
            limner.stop();
            LimnerProcess doomed = started(drawing);
            limner = doomed;
            painter.pace(job -> {
                painter.pace(FakePace.atOnce());
                doomed.close();
            });
            give(player, "imagine", Map.of("prompt", "a lighthouse in fog"));
            await().atMost(PATIENCE).until(() -> !doomed.isAlive());
            world.refuseDirectMessages();
            world.deleteChannel(HERE);

            limner = started(drawing);

            await().atMost(PATIENCE).until(() -> !player.answers().isEmpty());
            assertThat(player.answers())
                    .extracting(Seen::text)
                    .singleElement()
                    .asString()
                    .contains("the channel is gone");
            assertThat(pictures()).isEmpty();
        }
    }

    @Test
    void a_held_message_and_the_decision_over_it_survive() throws Exception {
        give(moderator, "story on", Map.of());
        await().atMost(PATIENCE).until(() -> !player.sees().isEmpty());
        player.say("Tobin waits at the gate.");
        String reposted = player.say("m: Mira climbs the tower.");
        world.webhook(HERE, "Mira", "Mira climbs the tower.");
        player.say("He nods.");
        // the messages stand in the story once what came after them was answered
        give(moderator, "story status", Map.of());
        await().atMost(PATIENCE)
                .until(() -> moderator.answers().stream().anyMatch(a -> a.text().contains("Messages kept: 4")));
        limner.close();
        world.delete(reposted);

        limner = started();
        give(moderator, "story status", Map.of());
        await().atMost(PATIENCE)
                .until(() -> moderator.answers().stream().anyMatch(a -> a.text().contains("Messages kept: 3")));
        limner.stop();

        try (Database database = Database.open(StorageSettings.in(data, "webchat"))) {
            SqlStoryLog story = new SqlStoryLog(database);
            assertThat(story.window(new ChannelRef(Discord.ID, HERE), 0, Long.MAX_VALUE, 10))
                    .extracting(StoryMessage::text)
                    .containsExactly("Tobin waits at the gate.", "Mira climbs the tower.", "He nods.");
            assertThat(story.held()).isEmpty();
        }
    }

    private List<Seen> pictures() {
        return player.sees().stream().filter(seen -> !seen.files().isEmpty()).toList();
    }

    private static void give(Person who, String path, Map<String, String> values) {
        String[] words = path.split(" ");
        who.command(
                CommandCatalog.standard()
                        .find(words[0], words.length > 1 ? words[1] : null)
                        .orElseThrow(),
                values,
                null);
    }

    /** @param done whether Discord did what was asked before the process died */
    private record Step(String call, boolean done) {}
}

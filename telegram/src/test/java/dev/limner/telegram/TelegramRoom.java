package dev.limner.telegram;

import static org.awaitility.Awaitility.await;

import dev.limner.chat.ChannelRef;
import dev.limner.conversation.Core;
import dev.limner.conversation.Repositories;
import dev.limner.conversation.ScriptedBackend;
import dev.limner.illustration.InMemoryLanes;
import dev.limner.image.BackendProfile;
import dev.limner.image.Backends;
import dev.limner.image.ReferenceAbility;
import dev.limner.prompt.ModelFamily;
import dev.limner.storage.Database;
import dev.limner.storage.SqlAvatars;
import dev.limner.storage.SqlChannelMoves;
import dev.limner.storage.SqlChannelStates;
import dev.limner.storage.SqlCharacters;
import dev.limner.storage.SqlIllustrations;
import dev.limner.storage.SqlImageStore;
import dev.limner.storage.SqlSettings;
import dev.limner.storage.SqlStoryLog;
import dev.limner.storage.SqlStyles;
import dev.limner.story.StoryMessage;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Posted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The whole core in a group of a loopback Telegram, with a scripted image server; Ines moderates, Sam plays. */
final class TelegramRoom implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final ChannelRef HERE = new ChannelRef(Telegram.ID, Long.toString(Rig.GROUP));

    private final ScriptedBackend backend = new ScriptedBackend(
            "scripted",
            new BackendProfile(
                    ModelFamily.FLUX1_SCHNELL,
                    "scripted",
                    ReferenceAbility.numbers(8, "the server takes 8 references"),
                    4));
    private final Path folder;
    private @Nullable Rig rig;
    private @Nullable Core core;

    /** @param folder where everything is kept */
    TelegramRoom(Path folder) {
        this.folder = folder;
    }

    TelegramRoom open() throws Exception {
        Rig opened = new Rig(folder);
        rig = opened;
        opened.api().methods().administrator(Rig.GROUP, ines().id(), true);
        Database database = opened.database();
        Core started = new Core(
                new Repositories(
                        new SqlStoryLog(database),
                        new SqlChannelStates(database),
                        new SqlAvatars(database),
                        new SqlImageStore(database),
                        new SqlCharacters(database),
                        new SqlStyles(database),
                        new SqlSettings(database),
                        new SqlIllustrations(database),
                        new SqlChannelMoves(database)),
                new InMemoryLanes(4, InstantSource.system()),
                new Backends(List.of(backend)),
                InstantSource.system(),
                new Random(7));
        core = started;
        started.add(opened.telegram());
        opened.telegram().start(started.listener(), started.catalog());
        started.start();
        return this;
    }

    @Override
    public void close() {
        Objects.requireNonNull(core).close();
        rig().close();
    }

    Rig rig() {
        return Objects.requireNonNull(rig);
    }

    ScriptedBackend backend() {
        return backend;
    }

    Person ines() {
        return rig().person(1, "Ines");
    }

    Person sam() {
        return rig().person(12, "Sam");
    }

    /** Capture is on; waits for it. */
    void follow() {
        ines().say("/story on");
        said("I follow the story here");
    }

    /** Waits for what the bot says, in whichever message. */
    Posted said(String words) {
        await().alias("\"" + words + "\"")
                .atMost(PATIENCE)
                .until(() -> rig().posted().stream().anyMatch(p -> p.text().contains(words)));
        return rig().posted().stream()
                .filter(p -> p.text().contains(words))
                .findFirst()
                .orElseThrow();
    }

    /** Waits for the answer to a message. */
    Posted answerTo(int message) {
        await().alias("an answer to " + message)
                .atMost(PATIENCE)
                .until(() -> rig().posted().stream().anyMatch(p -> Objects.equals(p.replyTo(), message)));
        return rig().posted().stream()
                .filter(p -> Objects.equals(p.replyTo(), message))
                .findFirst()
                .orElseThrow();
    }

    List<Posted> pictures() {
        return rig().posted().stream().filter(p -> p.file() != null).toList();
    }

    /** Waits for it. */
    Posted picture(int number) {
        await().alias("picture " + number)
                .atMost(PATIENCE)
                .until(() -> pictures().size() >= number);
        return pictures().get(number - 1);
    }

    static String button(Posted message, String label) {
        return message.buttons().stream()
                .filter(b -> b.get(0).equals(label))
                .map(b -> b.get(1))
                .findFirst()
                .orElseThrow();
    }

    List<String> kept(ChannelRef channel) {
        return new SqlStoryLog(rig().database())
                .window(channel, 0, Long.MAX_VALUE, 10_000).stream()
                        .map(StoryMessage::text)
                        .toList();
    }
}

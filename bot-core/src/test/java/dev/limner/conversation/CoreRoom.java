package dev.limner.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limner.avatar.AvatarName;
import dev.limner.avatar.ImageStore;
import dev.limner.avatar.InMemoryAvatars;
import dev.limner.avatar.InMemoryImages;
import dev.limner.avatar.ListedNetworks;
import dev.limner.character.InMemoryCharacters;
import dev.limner.character.InMemorySettings;
import dev.limner.character.InMemoryStyles;
import dev.limner.chat.Button;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.FakePlatform;
import dev.limner.chat.FakeUser;
import dev.limner.illustration.InMemoryIllustrations;
import dev.limner.illustration.InMemoryLanes;
import dev.limner.image.Backends;
import dev.limner.image.ImageBackend;
import dev.limner.prompt.Composer;
import dev.limner.scenewriter.SceneWriter;
import dev.limner.story.InMemoryChannelStates;
import dev.limner.story.InMemoryStoryLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A chat room with a moderator and a player, the whole core behind it, and a scripted image server; all in memory. */
final class CoreRoom implements BeforeEachCallback, AfterEachCallback {
    private final ScriptedBackend backend = new ScriptedBackend();
    private final FakePlatform platform = new FakePlatform();
    private final FakeUser mod = platform.moderator("Ines");
    private final FakeUser sam = platform.user("Sam");
    private final ImageStore images = new InMemoryImages(Set::of);
    private final InMemoryIllustrations illustrations = new InMemoryIllustrations(images);
    private final List<ImageBackend> servers;
    private final @Nullable SceneWriter writer;
    private @Nullable Core core;

    CoreRoom() {
        this.servers = List.of(backend);
        this.writer = null;
    }

    /** With a scene writer. */
    CoreRoom(SceneWriter writer) {
        this.servers = List.of(backend);
        this.writer = writer;
    }

    /** With several image servers in place of the scripted one. */
    CoreRoom(List<ImageBackend> servers) {
        this.servers = servers;
        this.writer = null;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        open();
    }

    /** For a room that is no extension. */
    void open() {
        Core opened = new Core(
                new Repositories(
                        new InMemoryStoryLog(),
                        new InMemoryChannelStates(),
                        new InMemoryAvatars(),
                        images,
                        new InMemoryCharacters(),
                        new InMemoryStyles(),
                        new InMemorySettings(),
                        illustrations,
                        (from, to) -> {
                            throw new UnsupportedOperationException("nothing moves in this room");
                        }),
                new InMemoryLanes(4, InstantSource.system()),
                new Backends(servers),
                new ListedNetworks(Map.of(new AvatarName("ink"), "InkPen_v2"), Map.of()),
                new Composer(),
                writer,
                InstantSource.system(),
                new Random(7));
        opened.add(platform);
        platform.start(opened.listener(), opened.catalog());
        opened.start();
        core = opened;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    void close() {
        core().close();
        platform.close();
    }

    InMemoryIllustrations illustrations() {
        return illustrations;
    }

    Core core() {
        return Objects.requireNonNull(core);
    }

    ScriptedBackend backend() {
        return backend;
    }

    FakePlatform platform() {
        return platform;
    }

    FakeUser mod() {
        return mod;
    }

    FakeUser sam() {
        return sam;
    }

    /** Capture is on, one character is known, one message is written. */
    void story() {
        mod.type("/story on", List.of());
        mod.type("/character set Mira Mira, a lean elf with cropped silver hair", List.of());
        sam.say("Mira lifts the lantern and steps into the flooded archive.");
    }

    List<Seen> pictures() {
        return sam.sees().stream().filter(seen -> !seen.files().isEmpty()).toList();
    }

    /** Waits for it. */
    Seen picture(int number) {
        await().atMost(Duration.ofSeconds(30)).until(() -> pictures().size() >= number);
        return pictures().get(number - 1);
    }

    /** The messages that say how far a request is. */
    List<Seen> statuses() {
        return sam.sees().stream()
                .filter(seen -> labels(seen).contains("Cancel"))
                .toList();
    }

    List<String> labels(Seen message) {
        return message.buttons().stream().map(Button::label).toList();
    }

    void press(FakeUser user, Seen message, String label) {
        String id = message.buttons().stream()
                .filter(button -> button.label().equals(label))
                .map(Button::id)
                .findFirst()
                .orElseThrow();
        user.press(message.id(), id);
        user.lastStage().toCompletableFuture().join();
    }

    /** Answers come by the channel's lane, in the order of what was asked. */
    String lastAnswer(FakeUser user) {
        user.lastStage().toCompletableFuture().join();
        List<Seen> answers = user.answers();
        assertThat(answers).isNotEmpty();
        return answers.get(answers.size() - 1).text();
    }
}

package dev.limner.discord;

import static org.awaitility.Awaitility.await;

import dev.limner.avatar.ImageStore;
import dev.limner.avatar.InMemoryAvatars;
import dev.limner.avatar.InMemoryImages;
import dev.limner.character.InMemoryCharacters;
import dev.limner.character.InMemorySettings;
import dev.limner.character.InMemoryStyles;
import dev.limner.chat.Button;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.command.CommandCatalog;
import dev.limner.command.CommandSpec;
import dev.limner.conversation.Core;
import dev.limner.conversation.Repositories;
import dev.limner.discord.interaction.InMemoryInteractions;
import dev.limner.discord.loopback.Discordia;
import dev.limner.discord.loopback.Interaction;
import dev.limner.discord.loopback.Person;
import dev.limner.illustration.InMemoryIllustrations;
import dev.limner.illustration.InMemoryLanes;
import dev.limner.image.Backends;
import dev.limner.story.InMemoryChannelStates;
import dev.limner.story.InMemoryStoryLog;
import dev.limner.story.StoryMessage;
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

/** The whole core on a loopback Discord, with an image server that answers at once. */
final class DiscordRoom implements BeforeEachCallback, AfterEachCallback {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final CommandCatalog COMMANDS = CommandCatalog.standard();

    private final QuickBackend backend = new QuickBackend();
    private final ImageStore images = new InMemoryImages(Set::of);
    private final InMemoryIllustrations illustrations = new InMemoryIllustrations(images);
    private final InMemoryInteractions interactions = new InMemoryInteractions(InstantSource.system());
    private final InMemoryStoryLog story = new InMemoryStoryLog();
    private @Nullable Discordia world;
    private @Nullable Core core;
    private @Nullable Discord discord;
    private @Nullable Person moderator;
    private @Nullable Person player;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        world = Discordia.open();
        moderator = world().person("Ines", "Moderator");
        player = world().person("Sam", "Player");
    }

    /** To be called by each test, when the world is as it is to be. */
    DiscordRoom start() throws Exception {
        return start(connect());
    }

    /** Where attachments may be taken from these hosts. */
    DiscordRoom startWithFilesFrom(String... hosts) throws Exception {
        return start(new Discord(new DiscordSettings(Discordia.TOKEN, world().api(), Set.of(hosts), 0), interactions));
    }

    private DiscordRoom start(Discord platform) throws Exception {
        Core opened = new Core(
                new Repositories(
                        story,
                        new InMemoryChannelStates(),
                        new InMemoryAvatars(),
                        images,
                        new InMemoryCharacters(),
                        new InMemoryStyles(),
                        new InMemorySettings(),
                        illustrations,
                        (from, to) -> {
                            throw new UnsupportedOperationException("channels of Discord do not move");
                        }),
                new InMemoryLanes(4, InstantSource.system()),
                new Backends(List.of(backend)),
                InstantSource.system(),
                new Random(7));
        core = opened;
        opened.add(platform);
        discord = platform;
        platform.start(opened.listener(), opened.catalog());
        opened.start();
        return this;
    }

    /** Another connection to the same world. */
    Discord connect() {
        return connect(BackOff.AT_START);
    }

    /** One that does not wait long before it tries again. */
    Discord connect(BackOff backOff) {
        return connect(backOff, Discord.FORM_PATIENCE);
    }

    /** One that waits so long for a form that is to be opened. */
    Discord connect(Duration formPatience) {
        return connect(BackOff.AT_START, formPatience);
    }

    private Discord connect(BackOff backOff, Duration formPatience) {
        return new Discord(
                new DiscordSettings(Discordia.TOKEN, world().api(), Set.of(world().cdn()), 0),
                interactions,
                backOff,
                formPatience);
    }

    /** What was accepted is taken up by another core, on another connection, that knows of it what is kept alone. */
    void restart() throws Exception {
        stop();
        start();
    }

    private void stop() {
        if (core != null) {
            core.close();
        }
        if (discord != null) {
            discord.close();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stop();
        world().close();
    }

    Discordia world() {
        return Objects.requireNonNull(world);
    }

    Discord discord() {
        return Objects.requireNonNull(discord);
    }

    /** What is kept of requests, also by a process before. */
    InMemoryIllustrations illustrations() {
        return illustrations;
    }

    /** What is kept of ways back, also by a process before. */
    InMemoryInteractions interactions() {
        return interactions;
    }

    QuickBackend backend() {
        return backend;
    }

    Person moderator() {
        return Objects.requireNonNull(moderator);
    }

    Person player() {
        return Objects.requireNonNull(player);
    }

    static CommandSpec spec(String path) {
        String[] words = path.split(" ");
        return COMMANDS.find(words[0], words.length > 1 ? words[1] : null).orElseThrow();
    }

    static Interaction give(Person who, String path, Map<String, String> values) {
        return who.give(spec(path), values, null);
    }

    /** Capture is on; waits for it. */
    void follow(String channel) {
        give(moderator().at(channel), "story on", Map.of());
        await().atMost(PATIENCE)
                .until(() -> player().at(channel).sees().stream()
                        .anyMatch(seen -> seen.text().startsWith("I follow the story")));
    }

    List<StoryMessage> kept(String channel) {
        return story.window(new ChannelRef(Discord.ID, channel), 0, Long.MAX_VALUE, 10_000);
    }

    List<String> keptTexts(String channel) {
        return kept(channel).stream().map(StoryMessage::text).toList();
    }

    /** Waits for the answer that begins so, among those to a person. */
    Seen answer(Person who, String beginning) {
        await().atMost(PATIENCE)
                .until(() -> who.answers().stream().anyMatch(a -> a.text().startsWith(beginning)));
        return who.answers().stream()
                .filter(a -> a.text().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    List<Seen> pictures(String channel) {
        return player().at(channel).sees().stream()
                .filter(seen -> !seen.files().isEmpty())
                .toList();
    }

    /** Waits for it. */
    Seen picture(String channel, int number) {
        await().atMost(PATIENCE).until(() -> pictures(channel).size() >= number);
        return pictures(channel).get(number - 1);
    }

    static String button(Seen message, String label) {
        return message.buttons().stream()
                .filter(b -> b.label().equals(label))
                .map(Button::id)
                .findFirst()
                .orElseThrow();
    }
}

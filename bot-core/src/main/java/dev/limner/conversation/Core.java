package dev.limner.conversation;

import dev.limner.avatar.Avatars;
import dev.limner.avatar.ImageIntake;
import dev.limner.avatar.IntakeLimits;
import dev.limner.avatar.ListedNetworks;
import dev.limner.character.Characters;
import dev.limner.character.Settings;
import dev.limner.character.Styles;
import dev.limner.character.TagCheck;
import dev.limner.chat.Answers;
import dev.limner.chat.ChannelLanes;
import dev.limner.chat.ChatListener;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.MessagePlanner;
import dev.limner.command.CommandCatalog;
import dev.limner.illustration.Drafting;
import dev.limner.illustration.Illustrations;
import dev.limner.illustration.Illustrator;
import dev.limner.illustration.Lanes;
import dev.limner.illustration.Platforms;
import dev.limner.illustration.PromptEdit;
import dev.limner.illustration.ReadAhead;
import dev.limner.illustration.SceneReader;
import dev.limner.image.Backends;
import dev.limner.prompt.Composer;
import dev.limner.scenewriter.SceneWriter;
import dev.limner.story.Capture;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The core put together: what hears events, keeps stories, and draws. It knows its edges as ports alone; whoever starts
 * it brings the storage, the image servers and the platforms.
 */
public final class Core implements AutoCloseable {
    private static final int CHANNEL_THREADS = 8;
    /** Events that one channel may have waiting; a flood of more is turned away, and the others go on. */
    private static final int CHANNEL_BACKLOG = 10_000;

    private final CommandCatalog catalog = CommandCatalog.standard();
    private final MessagePlanner planner = new MessagePlanner();
    private final Composer composer;
    private final AsideThreads forms = new AsideThreads("forms", 4, 64);
    private final Platforms platforms = new Platforms();
    private final ChannelLanes channels = new ChannelLanes(CHANNEL_THREADS, CHANNEL_BACKLOG);
    private final CommandTurns commandTurns = new CommandTurns(channels);

    private final Avatars avatars;
    private final Characters characters;
    private final Settings settings;
    private final Styles styles;
    private final Capture capture;
    private final ReadAhead ahead;
    private final Drafting drafting;
    private final Illustrations illustrations;
    private final Retention retention;
    private final Commands commands;
    private final Holds holds;
    private final Departures departures;
    private final Replies replies;
    private final Conversation conversation;

    public Core(Repositories kept, Lanes turns, Backends backends, InstantSource clock, RandomGenerator random) {
        this(kept, turns, backends, ListedNetworks.NONE, new Composer(), null, clock, random);
    }

    /**
     * @param listed LoRAs and embeddings that tags may name
     * @param writer words the scenes; null where stories are drawn in their own words
     */
    public Core(
            Repositories kept,
            Lanes turns,
            Backends backends,
            ListedNetworks listed,
            Composer composer,
            @Nullable SceneWriter writer,
            InstantSource clock,
            RandomGenerator random) {
        this.composer = composer;
        settings = new Settings(kept.settings(), backends.names());
        TagCheck tags = new KnownTags(kept.avatars(), listed);
        styles = new Styles(kept.styles(), kept.settings(), tags);
        capture = new Capture(kept.story(), kept.channels(), clock);
        avatars = new Avatars(kept.avatars(), new ImageIntake(kept.images(), IntakeLimits.DEFAULT), clock);
        characters = new Characters(kept.characters(), tags, clock);
        ahead = new ReadAhead(composer::readAhead);
        drafting = new Drafting(
                new SceneReader(kept.story(), characters, styles, kept.avatars(), listed),
                composer,
                ahead,
                backends,
                settings,
                listed,
                writer);
        illustrations = new Illustrations(
                kept.illustrations(),
                turns,
                drafting,
                kept.avatars(),
                kept.images(),
                listed,
                capture,
                kept.story(),
                settings,
                platforms,
                planner,
                clock,
                random);
        retention = new Retention(kept.story(), kept.channels(), settings, clock);
        Illustrator illustrator = illustrations.illustrator();
        commands = new Commands(
                new AvatarCommands(avatars, kept.images(), listed).handlers(),
                new CharacterCommands(characters).handlers(),
                new StyleCommands(styles).handlers(),
                new DrawCommands(illustrator, characters).handlers(),
                new StoryCommands(capture, kept.story(), platforms, planner).handlers(),
                new SettingsCommands(settings, drafting).handlers(),
                new PrivacyCommands(
                                kept.story(),
                                kept.avatars(),
                                kept.characters(),
                                kept.styles(),
                                kept.illustrations(),
                                kept.images(),
                                platforms)
                        .handlers(),
                new HelpCommand(catalog).handlers());
        replies = new Replies(new Answers(planner), platforms, planner);
        PictureButtons buttons = new PictureButtons(
                kept.illustrations(),
                illustrator,
                new PromptEdit(composer, drafting, kept.avatars(), listed),
                platforms,
                replies);
        holds = new Holds(capture, kept.story(), platforms, channels);
        departures = new Departures(capture, retention, kept.channels(), channels, platforms);
        conversation = new Conversation(
                channels,
                commandTurns,
                forms,
                capture,
                ahead,
                retention,
                new AutoIllustration(capture, kept.story(), kept.illustrations(), illustrator),
                holds,
                new Suggestions(avatars, characters, styles, listed),
                new PickedMessages(illustrator),
                commands,
                buttons,
                kept.illustrations(),
                kept.moves(),
                departures,
                replies);
    }

    /** Makes a platform known, so that pictures can be posted there. To be done before {@link #start}. */
    public void add(ChatPlatform platform) {
        platforms.add(platform);
    }

    /** Takes up what was accepted and not finished, in this process or an earlier one. */
    public void start() {
        holds.recover();
        illustrations.start();
        retention.start(departures::lookAround);
    }

    public ChatListener listener() {
        return conversation;
    }

    boolean handles(String path) {
        return commands.handles(path);
    }

    public CommandCatalog catalog() {
        return catalog;
    }

    public Settings settings() {
        return settings;
    }

    public Styles styles() {
        return styles;
    }

    public Drafting drafting() {
        return drafting;
    }

    public Capture capture() {
        return capture;
    }

    public Avatars avatars() {
        return avatars;
    }

    public Characters characters() {
        return characters;
    }

    public Illustrator illustrator() {
        return illustrations.illustrator();
    }

    /** Takes no more events, and lets go of what is under way: it is taken up after the next start. */
    @Override
    public void close() {
        holds.close();
        channels.close();
        commandTurns.close();
        forms.close();
        replies.close();
        retention.close();
        ahead.close();
        illustrations.close();
    }
}

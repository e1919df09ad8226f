package dev.limner.discord;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatListener;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.MessageEditor;
import dev.limner.chat.MessageLookup;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.PlatformId;
import dev.limner.chat.PrivateLine;
import dev.limner.chat.UserRef;
import dev.limner.command.CommandCatalog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.jspecify.annotations.Nullable;

/** Discord, by JDA. Thread-safe. */
public final class Discord implements ChatPlatform {
    public static final PlatformId ID = new PlatformId("discord");

    private final DiscordSettings settings;
    private final CdnFiles files;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(4, task -> {
        Thread thread = new Thread(task, "discord-timer");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Started started;

    public Discord(DiscordSettings settings) {
        this.settings = settings;
        this.files = new CdnFiles(settings.cdnHosts());
    }

    @Override
    public PlatformId id() {
        return ID;
    }

    /**
     * Logs in, registers the commands where they changed, and waits until events arrive.
     *
     * @throws ChatException when the token or an intent is refused, or Discord cannot be reached
     */
    @Override
    public void start(ChatListener listener, CommandCatalog commands) throws ChatException {
        if (started != null) {
            throw new IllegalStateException("started already");
        }
        Application application;
        try (PlainRest discord = new PlainRest(settings)) {
            application = Application.ask(discord);
        }
        Shards shards = new Shards();
        Posts posts = new Posts(shards);
        started = new Started(shards, posts, new Hindrances(application.readsContent()));
        Reception reception = new Reception(listener, posts, timer);
        shards.connect(
                settings,
                application.readsContent(),
                new Ears(listener),
                new GivenCommands(reception, commands, new CommandValues(files)),
                new PressedButtons(reception),
                new Suggestions(listener, commands, timer));
        CommandMenu.register(shards.any(), commands);
        shards.awaitReady();
    }

    /** For people: who is connected. Known once it is started. */
    public String summary() {
        return running().shards().summary();
    }

    @Override
    public Capabilities capabilities(ChannelRef channel) {
        return Limits.of(
                known(channel).map(c -> (long) c.getGuild().getMaxFileSize()).orElse(Limits.FILE));
    }

    @Override
    public List<String> hindrances(ChannelRef channel) {
        return known(channel).map(running().hindrances()::in).orElseGet(List::of);
    }

    private Optional<GuildChannel> known(ChannelRef channel) {
        Started now = started;
        var id = Ids.snowflake(channel.id());
        return now == null || id.isEmpty() ? Optional.empty() : now.shards().channel(id.getAsLong());
    }

    @Override
    public MessageRef send(ChannelRef to, PlannedMessage message) throws ChatException {
        return running().posts().send(to, message);
    }

    @Override
    public Optional<MessageEditor> editor() {
        return Optional.of(running().posts());
    }

    @Override
    public Optional<MessageLookup> lookup() {
        return Optional.of(running().posts());
    }

    @Override
    public Optional<PrivateLine> privateLine() {
        Posts posts = running().posts();
        return Optional.of(new PrivateLine() {
            @Override
            public Capabilities capabilities() {
                return Limits.of(Limits.FILE);
            }

            @Override
            public void tell(UserRef person, PlannedMessage message) throws ChatException {
                posts.tell(person.id(), message);
            }
        });
    }

    @Override
    public void close() {
        timer.shutdownNow();
        Started now = started;
        if (now != null) {
            now.shards().close();
        }
        files.close();
    }

    Shards shards() {
        return running().shards();
    }

    private Started running() {
        Started now = started;
        if (now == null) {
            throw new IllegalStateException("not started");
        }
        return now;
    }

    private record Started(Shards shards, Posts posts, Hindrances hindrances) {}
}

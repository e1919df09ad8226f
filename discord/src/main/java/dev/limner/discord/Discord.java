package dev.limner.discord;

import dev.limner.chat.Capabilities;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatListener;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.MessageEditor;
import dev.limner.chat.MessageLookup;
import dev.limner.chat.MessageRef;
import dev.limner.chat.Place;
import dev.limner.chat.PlannedMessage;
import dev.limner.chat.PlatformId;
import dev.limner.chat.PrivateLine;
import dev.limner.chat.Responder;
import dev.limner.chat.UserRef;
import dev.limner.command.CommandCatalog;
import dev.limner.discord.interaction.InteractionStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.channel.attribute.IAgeRestrictedChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.jspecify.annotations.Nullable;

/** Discord, by JDA. Thread-safe. */
public final class Discord implements ChatPlatform {
    public static final PlatformId ID = new PlatformId("discord");

    /** Discord takes what acknowledges an interaction for 3 s ("Receiving and Responding"); its way back needs some. */
    static final Duration FORM_PATIENCE = Duration.ofMillis(1500);

    private final DiscordSettings settings;
    private final InteractionStore interactions;
    private final CdnFiles files;
    private final BackOff backOff;
    private final Duration formPatience;
    private final Threads threads = new Threads();
    private volatile @Nullable Started started;

    public Discord(DiscordSettings settings, InteractionStore interactions) {
        this(settings, interactions, BackOff.AT_START, FORM_PATIENCE);
    }

    /**
     * @param backOff what becomes of a start that Discord does not answer
     * @param formPatience how long a button that opens a form may wait for it
     */
    Discord(DiscordSettings settings, InteractionStore interactions, BackOff backOff, Duration formPatience) {
        this.settings = settings;
        this.interactions = interactions;
        this.backOff = backOff;
        this.formPatience = formPatience;
        this.files = new CdnFiles(settings.cdnHosts());
    }

    @Override
    public PlatformId id() {
        return ID;
    }

    /**
     * Logs in, waits until events arrive, and registers the commands where they changed. Where Discord does not answer,
     * this is tried again for about a minute.
     *
     * @throws ChatException when the token or an intent is refused, or Discord could not be reached
     */
    @Override
    public void start(ChatListener listener, CommandCatalog commands) throws ChatException {
        if (started != null) {
            throw new IllegalStateException("started already");
        }
        try {
            backOff.untilAnswered(() -> logIn(listener, commands));
            Shards shards = running().shards();
            // what Discord refuses for good is known by then; a command's registration would only fail
            shards.awaitReady();
            backOff.untilAnswered(() -> {
                shards.requireTaken();
                CommandMenu.register(shards.any(), commands);
            });
            running().waysBack().begin();
        } catch (ChatException | RuntimeException e) {
            logOut();
            throw e;
        }
    }

    private void logIn(ChatListener listener, CommandCatalog commands) throws ChatException {
        logOut();
        Application application;
        try (PlainRest discord = new PlainRest(settings)) {
            application = Application.ask(discord);
        }
        Shards shards = new Shards();
        Posts posts = new Posts(shards);
        // events may come before the login returns
        WaysBack waysBack = new WaysBack(interactions, shards, threads);
        started = new Started(shards, posts, new Hindrances(application.readsContent()), waysBack);
        Reception reception = new Reception(listener, waysBack, threads);
        shards.connect(
                settings,
                application.readsContent(),
                new Ears(listener),
                new GivenCommands(reception, commands, new CommandValues(files)),
                new PressedButtons(reception, formPatience),
                new Suggestions(listener, commands, threads));
    }

    /** What a start that failed has begun. */
    private void logOut() {
        Started now = started;
        started = null;
        if (now != null) {
            now.shards().close();
        }
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

    /** A channel that is not known may be looked at by everybody. */
    @Override
    public boolean openToAll(Place place) {
        return governing(place)
                .map(own -> !(own instanceof IAgeRestrictedChannel limited && limited.isNSFW()))
                .orElse(true);
    }

    @Override
    public Optional<String> outage() {
        Started now = started;
        return now == null ? Optional.of("not started") : now.shards().outage();
    }

    @Override
    public List<String> hindrances(Place place) {
        return running().hindrances().toFollowing(governing(place), isThread(place));
    }

    @Override
    public Optional<String> postingHindrance(Place place) {
        Optional<GuildChannel> own = governing(place);
        return own.isEmpty() && running().shards().serve(place.community().id())
                ? Optional.of("The channel is gone, so there is nowhere to post a picture.")
                : running().hindrances().toPosting(own, isThread(place));
    }

    /** What is in no connection's memory may only be unavailable, so Discord is asked for the whole list. */
    @Override
    public Set<CommunityRef> left(Set<CommunityRef> known) throws ChatException {
        Shards shards = running().shards();
        Set<CommunityRef> unseen = known.stream()
                .filter(community -> !shards.serve(community.id()))
                .collect(Collectors.toSet());
        if (!unseen.isEmpty()) {
            Set<String> joined = Membership.ids(shards.any());
            unseen.removeIf(community -> joined.contains(community.id()));
        }
        return unseen;
    }

    private static boolean isThread(Place place) {
        return place.parent() != null;
    }

    /** The channel whose permissions and age count: of a thread the one that it hangs under, also while the thread sleeps. */
    private Optional<GuildChannel> governing(Place place) {
        ChannelRef parent = place.parent();
        return known(parent == null ? place.channel() : parent);
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
    public Optional<Responder> answerTo(String event) {
        return running().waysBack().to(event);
    }

    @Override
    public void forget(UserRef person) {
        interactions.forget(person.id());
    }

    @Override
    public void close() {
        threads.close();
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

    private record Started(Shards shards, Posts posts, Hindrances hindrances, WaysBack waysBack) {}
}

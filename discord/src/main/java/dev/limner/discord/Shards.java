package dev.limner.discord;

import dev.limner.chat.ChatException;
import dev.limner.chat.ChatException.Kind;
import dev.limner.http.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections to Discord, of which each serves a part of the servers. Thread-safe. */
final class Shards implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Shards.class);

    /** As long as a large server may keep its shard waiting: JDA takes one that does not come within 75 s as absent. */
    private static final Duration READY = Duration.ofSeconds(90);

    /** A process has 5 s in all to end. */
    private static final Duration GRACE = Duration.ofMillis(1500);

    private final OkHttpClient client = Http.client()
            .connectionPool(new ConnectionPool(16, 30, TimeUnit.SECONDS))
            .build();
    private final Refusals refusals = new Refusals();
    private volatile @Nullable ShardManager connected;

    /**
     * Logs in; to be called once. Only what is needed is asked for and kept: messages of servers, their text where the operator was granted
     * it, and no members.
     *
     * @param withContent whether the application may read the text of messages
     */
    void connect(DiscordSettings settings, boolean withContent, Object... listeners) throws ChatException {
        List<GatewayIntent> intents = new ArrayList<>(List.of(GatewayIntent.GUILD_MESSAGES));
        if (withContent) {
            intents.add(GatewayIntent.MESSAGE_CONTENT);
        }
        // without the intent, the text of picked messages is there all the same
        Message.suppressContentIntentWarning();
        DefaultShardManagerBuilder builder = DefaultShardManagerBuilder.createLight(settings.token(), intents)
                // without these, permissions that a channel gives to a single member would be overlooked
                .enableCache(CacheFlag.MEMBER_OVERRIDES)
                .setRestConfigProvider(
                        shard -> new RestConfig().setBaseUrl(settings.api().toString()))
                // an interaction's limit of files is told in the raw event only
                .setEventPassthrough(true)
                // what goes is told in raw events alone, see Deletions
                .setRawEventsEnabled(true)
                .setSessionController(new Gateway())
                .setCompression(settings.isDiscordsOwn() ? Compression.ZLIB : Compression.NONE)
                .setHttpClient(client)
                .setEnableShutdownHook(false)
                .setShardsTotal(settings.shards() == 0 ? -1 : settings.shards())
                .addEventListeners(listeners)
                .addEventListeners(refusals);
        try {
            ShardManager built = builder.build(false);
            // events may come before the login returns
            connected = built;
            built.login();
        } catch (InvalidTokenException e) {
            throw new ChatException(
                    Kind.FORBIDDEN,
                    "DISCORD_TOKEN is not taken by Discord; copy it anew from the developer portal, under Bot",
                    false,
                    null,
                    e);
        } catch (RuntimeException e) {
            throw new ChatException(
                    Kind.UNAVAILABLE, "Discord cannot be reached; check the network and try again", false, null, e);
        }
    }

    /** Waits for the first connection; the others follow by themselves, 5 s apart. */
    void awaitReady() throws ChatException {
        JDA first = any();
        long end = System.nanoTime() + READY.toNanos();
        while (System.nanoTime() < end) {
            if (first.getStatus() == JDA.Status.CONNECTED) {
                return;
            }
            if (first.getStatus() == JDA.Status.SHUTDOWN) {
                refusals.awaitShutdown();
                requireTaken();
                throw new ChatException(
                        Kind.FORBIDDEN, "Discord closed the connection for good; limner doctor says why");
            }
            pause();
        }
        log.warn("Discord is slow: not yet ready after {} s", READY.toSeconds());
    }

    /** @throws ChatException when Discord takes no more connections */
    void requireTaken() throws ChatException {
        Optional<String> refused = refusals.reason();
        if (refused.isPresent()) {
            throw new ChatException(Kind.FORBIDDEN, refused.get());
        }
    }

    private static void pause() throws ChatException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChatException(Kind.UNAVAILABLE, "interrupted while connecting", false, null, e);
        }
    }

    /** Why servers are not heard now; empty when all connections stand. */
    Optional<String> outage() {
        Optional<String> refused = refusals.reason();
        if (refused.isPresent()) {
            return refused;
        }
        ShardManager manager = manager();
        int wanted = manager.getShardsTotal();
        long missing = wanted
                - manager.getStatuses().values().stream()
                        .filter(status -> status == JDA.Status.CONNECTED)
                        .count();
        return missing == 0
                ? Optional.empty()
                : Optional.of("not connected (" + missing + " of " + wanted
                        + " connections); it is tried again, check the network if it stays so");
    }

    /** The one that serves a channel; any, for a channel that is not known. */
    JDA of(long channel) {
        return channel(channel).map(GuildChannel::getJDA).orElseGet(this::any);
    }

    Optional<GuildChannel> channel(long id) {
        return Optional.ofNullable(manager().getChannelById(GuildChannel.class, id));
    }

    /** Whether a server is there now. */
    boolean serve(String server) {
        var id = Ids.snowflake(server);
        return id.isPresent() && manager().getGuildById(id.getAsLong()) != null;
    }

    JDA any() {
        return manager().getShardCache().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no connection to Discord"));
    }

    /** For people: who is connected, and to how much. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "%s, servers: %d",
                any().getSelfUser().getName(),
                manager().getGuildCache().size());
    }

    private ShardManager manager() {
        ShardManager manager = connected;
        if (manager == null) {
            throw new IllegalStateException("not connected to Discord");
        }
        return manager;
    }

    @Override
    public void close() {
        ShardManager manager = connected;
        if (manager != null) {
            close(manager);
        }
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private static void close(ShardManager manager) {
        List<JDA> all = new ArrayList<>(manager.getShards());
        manager.shutdown();
        long end = System.nanoTime() + GRACE.toNanos();
        try {
            for (JDA shard : all) {
                Duration left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
                if (!shard.awaitShutdown(left)) {
                    shard.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            all.forEach(JDA::shutdownNow);
            Thread.currentThread().interrupt();
        }
    }
}

package dev.limner.gateway;

import dev.limner.avatar.AvatarName;
import dev.limner.avatar.ListedNetworks;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.PlatformId;
import dev.limner.conversation.Core;
import dev.limner.conversation.Repositories;
import dev.limner.gateway.api.Apis;
import dev.limner.gateway.desk.Studio;
import dev.limner.gateway.http.Limits;
import dev.limner.gateway.http.Server;
import dev.limner.illustration.Lanes;
import dev.limner.image.BackendException;
import dev.limner.image.Backends;
import dev.limner.prompt.Composer;
import dev.limner.prompt.ModelFamily;
import dev.limner.storage.Database;
import dev.limner.storage.SchedulerLanes;
import dev.limner.storage.SqlAvatars;
import dev.limner.storage.SqlChannelMoves;
import dev.limner.storage.SqlChannelStates;
import dev.limner.storage.SqlCharacters;
import dev.limner.storage.SqlIllustrations;
import dev.limner.storage.SqlImageStore;
import dev.limner.storage.SqlSettings;
import dev.limner.storage.SqlStoryLog;
import dev.limner.storage.SqlStyles;
import dev.limner.storage.StorageSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A gateway over HTTP with the whole core behind it, on SQLite, and painters for image servers. */
final class House implements BeforeEachCallback, AfterEachCallback, AutoCloseable {
    static final String MIRA = "mira-key-0123456789abcdef";
    static final String TOBIN = "tobin-key-0123456789abcdef";
    static final String GUILD = "guild-key-0123456789abcdef";
    static final String TAVERN = "tavern-key-0123456789abcdef";
    static final ChannelRef CHANNEL = new ChannelRef(new PlatformId("discord"), "77");
    static final CommunityRef COMMUNITY = new CommunityRef(new PlatformId("discord"), "4711");
    static final Limits LIMITS = new Limits(
            256,
            64L << 20,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30));

    /** What the operator listed. */
    static final ListedNetworks NETWORKS = new ListedNetworks(
            Map.of(new AvatarName("inkpen"), "styles/inkpen_v2.safetensors"),
            Map.of(new AvatarName("plainhands"), "plainhands.pt"));

    private final boolean keys;
    private final Limits limits;
    private final @Nullable URI url;
    private final Painter painter = new Painter("easel", ModelFamily.SDXL);
    private final Painter second = new Painter("wall", ModelFamily.FLUX1_SCHNELL);
    /** The time as the desk sees it. */
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    private record Due(Instant at, Runnable task) {}

    private final List<Due> due = new CopyOnWriteArrayList<>();
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private @Nullable Path data;
    private @Nullable Database database;
    private @Nullable HeldImages images;
    private @Nullable Core core;
    private @Nullable Repositories kept;
    private @Nullable Studio studio;
    private @Nullable Gateway gateway;

    House() {
        this(true, LIMITS);
    }

    House(boolean keys, Limits limits) {
        this(keys, limits, null);
    }

    House(boolean keys, Limits limits, @Nullable URI url) {
        this.keys = keys;
        this.limits = limits;
        this.url = url;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        open();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        close();
    }

    House open() throws Exception {
        data = Files.createTempDirectory("limner-gateway");
        start();
        return this;
    }

    /** Opens on what is kept there. */
    void start() throws Exception {
        Database opened = Database.open(StorageSettings.in(Objects.requireNonNull(data)));
        database = opened;
        HeldImages images = new HeldImages(new SqlImageStore(opened));
        this.images = images;
        Repositories repositories = new Repositories(
                new SqlStoryLog(opened),
                new SqlChannelStates(opened),
                new SqlAvatars(opened),
                images,
                new SqlCharacters(opened),
                new SqlStyles(opened),
                new SqlSettings(opened),
                new SqlIllustrations(opened),
                new SqlChannelMoves(opened));
        kept = repositories;
        InstantSource clock = InstantSource.system();
        Lanes turns = new SchedulerLanes(
                opened, requester -> repositories.illustrations().open(requester) > 0, SchedulerLanes.THREADS, clock);
        Backends backends = new Backends(List.of(painter, second));
        Core started = new Core(repositories, turns, backends, NETWORKS, new Composer(), null, clock, new Random(7));
        core = started;
        Studio rooms = new Studio(
                started.illustrator(),
                started.drafting(),
                started.settings(),
                started.styles(),
                started.avatars(),
                backends,
                repositories.illustrations(),
                repositories.images(),
                NETWORKS,
                now::get);
        studio = rooms;
        List<GatewayKey> known = keys
                ? List.of(
                        new GatewayKey("mira", MIRA, null),
                        new GatewayKey("tobin", TOBIN, null),
                        new GatewayKey("guild", GUILD, COMMUNITY),
                        new GatewayKey("tavern", TAVERN, COMMUNITY, CHANNEL))
                : List.of();
        GatewaySettings settings = new GatewaySettings(InetAddress.getByName("127.0.0.1"), 0, known, url);
        Server server = new Server(
                settings, limits, Apis::refused, (route, status, took) -> answered.add(route + " " + status));
        Gateway opening = new Gateway(rooms, url, server, new Random(11), this::later);
        gateway = opening;
        started.add(opening);
        opening.start(started.listener(), started.catalog());
        started.start();
    }

    /** Ends as a process does that is told to; what is kept stays. */
    void stop() {
        Objects.requireNonNull(gateway).close();
        core().close();
        Objects.requireNonNull(database).close();
    }

    @Override
    public void close() throws IOException {
        stop();
        try (Stream<Path> files = Files.walk(Objects.requireNonNull(data))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Core core() {
        return Objects.requireNonNull(core);
    }

    Repositories kept() {
        return Objects.requireNonNull(kept);
    }

    Painter painter() {
        return painter;
    }

    /** The next picture is drawn by nobody. */
    void failForGood(String message, String detail) {
        for (Painter one : List.of(painter, second)) {
            one.next((request, progress) -> {
                throw new BackendException(message, detail, false, null);
            });
        }
    }

    Painter second() {
        return second;
    }

    HeldImages images() {
        return Objects.requireNonNull(images);
    }

    Studio studio() {
        return Objects.requireNonNull(studio);
    }

    Gateway gateway() {
        return Objects.requireNonNull(gateway);
    }

    /** What the desk wants done by then is done when this returns. */
    void pass(Duration time) {
        Instant then = now.updateAndGet(instant -> instant.plus(time));
        for (Due task : List.copyOf(due)) {
            if (!then.isBefore(task.at()) && due.remove(task)) {
                task.task().run();
            }
        }
    }

    void later(Duration after, Runnable task) {
        due.add(new Due(Objects.requireNonNull(now.get()).plus(after), task));
    }

    /** How much the desk wants done later. */
    int due() {
        return due.size();
    }

    /** Routes and statuses of what was answered, in that order. */
    List<String> answered() {
        return answered;
    }

    URI address() {
        return Objects.requireNonNull(gateway).address();
    }

    Caller as(String key) {
        return new Caller(address(), "Bearer " + key);
    }

    Caller anonymous() {
        return new Caller(address(), null);
    }
}

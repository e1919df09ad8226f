package dev.limner.app;

import dev.limner.app.config.Configuration;
import dev.limner.app.config.ConfigurationException;
import dev.limner.app.monitor.Meters;
import dev.limner.app.monitor.Monitor;
import dev.limner.app.monitor.MonitorSettings;
import dev.limner.chat.ChatException;
import dev.limner.chat.ChatListener;
import dev.limner.chat.ChatPlatform;
import dev.limner.conversation.Core;
import dev.limner.conversation.Repositories;
import dev.limner.http.Http;
import dev.limner.illustration.IllustrationRepository;
import dev.limner.illustration.Lanes;
import dev.limner.image.Backends;
import dev.limner.image.ImageBackend;
import dev.limner.storage.Database;
import dev.limner.storage.SchedulerLanes;
import dev.limner.storage.SqlAvatars;
import dev.limner.storage.SqlChannelMoves;
import dev.limner.storage.SqlChannelStates;
import dev.limner.storage.SqlCharacters;
import dev.limner.storage.SqlIllustrations;
import dev.limner.storage.SqlImageStore;
import dev.limner.storage.SqlJobBook;
import dev.limner.storage.SqlSettings;
import dev.limner.storage.SqlStoryLog;
import dev.limner.storage.SqlStyles;
import dev.limner.storage.StorageException;
import dev.limner.storage.StorageSettings;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: storage, image servers, core, and the surfaces on which people meet it. */
final class Limner implements Running {
    private static final Logger log = LoggerFactory.getLogger(Limner.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<String> surfaces = new ArrayList<>();
    private final List<ChatPlatform> platforms = new ArrayList<>();

    private Limner() {}

    static Running start(Configuration configuration) throws StartException {
        Limner limner = new Limner();
        try {
            limner.begin(configuration);
            return limner;
        } catch (ChatException | StorageException | ConfigurationException e) {
            limner.close();
            throw new StartException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException | Error e) {
            limner.close();
            throw e;
        }
    }

    private void begin(Configuration configuration) throws ChatException, ConfigurationException {
        InstantSource clock = InstantSource.system();
        Database database =
                opened(Database.open(StorageSettings.in(configuration.data(), "webchat", "discord", "telegram")));
        Meters meters = configuration.monitor() == null ? null : opened(new Meters());
        Repositories kept = repositories(database, meters);
        // before anything can refer to an image that is just being stored
        kept.images().removeUnreferenced();
        List<ImageBackend> servers = dev.limner.app.Backends.all(
                configuration.image(), () -> Http.client().build(), new SqlJobBook(database, clock));
        Backends backends = opened(new Backends(
                meters == null ? servers : servers.stream().map(meters::around).toList()));
        Lanes turns = new SchedulerLanes(
                database, requester -> kept.illustrations().open(requester) > 0, SchedulerLanes.THREADS, clock);
        Core core = opened(new Core(
                kept,
                turns,
                backends,
                configuration.image().networks(),
                Prompting.composer(configuration),
                Prompting.sceneWriter(configuration),
                clock,
                new SecureRandom()));
        House house = new House(core, kept, backends, database, clock, meters);
        for (Surface.Maker maker : Surface.MAKERS) {
            Optional<Surface> surface = maker.make(configuration, house);
            if (surface.isPresent()) {
                open(surface.get(), core, meters);
            }
        }
        core.start();
        monitor(configuration.monitor(), meters, house);
    }

    private void monitor(@Nullable MonitorSettings settings, @Nullable Meters meters, House house)
            throws ConfigurationException {
        if (settings == null || meters == null) {
            return;
        }
        try {
            Monitor monitor = opened(new Monitor(
                    settings,
                    meters,
                    house.kept().illustrations(),
                    house.backends().all(),
                    platforms,
                    house.clock()));
            surfaces.add("%-10s%s".formatted("metrics", monitor.address()));
        } catch (IOException e) {
            throw new ConfigurationException("METRICS_PORT " + settings.port() + " at "
                    + settings.host().getHostAddress() + " cannot be listened on: " + e.getMessage()
                    + "; set METRICS_PORT to a free port");
        }
    }

    private void open(Surface surface, Core core, @Nullable Meters meters) throws ChatException {
        ChatPlatform platform = opened(surface.platform());
        core.add(platform);
        platforms.add(platform);
        ChatListener listener = core.listener();
        if (meters != null) {
            meters.watch(platform);
            listener = meters.around(listener, platform.id());
        }
        platform.start(listener, core.catalog());
        surfaces.add("%-10s%s".formatted(surface.name(), surface.place().get()));
    }

    private static Repositories repositories(Database database, @Nullable Meters meters) {
        IllustrationRepository illustrations = new SqlIllustrations(database);
        return new Repositories(
                new SqlStoryLog(database),
                new SqlChannelStates(database),
                new SqlAvatars(database),
                new SqlImageStore(database),
                new SqlCharacters(database),
                new SqlStyles(database),
                new SqlSettings(database),
                meters == null ? illustrations : meters.around(illustrations),
                new SqlChannelMoves(database));
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    @Override
    public List<String> surfaces() {
        return List.copyOf(surfaces);
    }

    /** In the opposite order of opening, each part even when one before it failed. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            AutoCloseable part = open.pop();
            try {
                part.close();
            } catch (Exception e) {
                log.warn("{} did not close", part.getClass().getSimpleName(), e);
            }
        }
    }
}

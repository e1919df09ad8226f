package dev.limner.app;

import dev.limner.app.config.Configuration;
import dev.limner.app.config.DiscordConnection;
import dev.limner.app.config.SceneWriterSettings;
import dev.limner.app.config.Secret;
import dev.limner.app.config.TelegramSettings;
import dev.limner.chat.ChatException;
import dev.limner.conversation.Core;
import dev.limner.conversation.Repositories;
import dev.limner.discord.Discord;
import dev.limner.gateway.Gateway;
import dev.limner.gateway.GatewaySettings;
import dev.limner.gateway.desk.Studio;
import dev.limner.gateway.http.Limits;
import dev.limner.illustration.Lanes;
import dev.limner.image.Backends;
import dev.limner.scenewriter.SceneWriter;
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
import dev.limner.storage.StorageException;
import dev.limner.storage.StorageSettings;
import dev.limner.telegram.Telegram;
import dev.limner.telegram.api.BotAddress;
import dev.limner.telegram.inbox.SqlInbox;
import dev.limner.telegram.inbox.SqlQuestions;
import dev.limner.webchat.WebChat;
import dev.limner.webchat.transcript.SqlTranscript;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: storage, image servers, core, and the surfaces on which people meet it. */
final class Limner implements Running {
    private static final Logger log = LoggerFactory.getLogger(Limner.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<String> surfaces = new ArrayList<>();

    private Limner() {}

    static Running start(Configuration configuration) throws StartException {
        Limner limner = new Limner();
        try {
            limner.begin(configuration);
            return limner;
        } catch (ChatException | StorageException e) {
            limner.close();
            throw new StartException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException | Error e) {
            limner.close();
            throw e;
        }
    }

    private void begin(Configuration configuration) throws ChatException {
        InstantSource clock = InstantSource.system();
        Database database = opened(Database.open(StorageSettings.in(configuration.data(), "webchat", "telegram")));
        Repositories kept = repositories(database);
        // before anything can refer to an image that is just being stored
        kept.images().removeUnreferenced();
        Backends backends = opened(new Backends(dev.limner.app.Backends.all(configuration.image(), OkHttpClient::new)));
        Lanes turns = new SchedulerLanes(
                database, requester -> kept.illustrations().open(requester) > 0, SchedulerLanes.THREADS, clock);
        Core core = opened(new Core(
                kept,
                turns,
                backends,
                configuration.image().networks(),
                sceneWriter(configuration),
                clock,
                new SecureRandom()));
        openWebChat(configuration, core, kept, database, clock);
        openDiscord(configuration, core);
        openGateway(configuration, core, kept, backends);
        openTelegram(configuration, core, database, clock);
        core.start();
    }

    private static @Nullable SceneWriter sceneWriter(Configuration configuration) {
        SceneWriterSettings settings = configuration.sceneWriter();
        HttpUrl address = settings == null ? null : HttpUrl.get(settings.address());
        if (settings == null || address == null) {
            return null;
        }
        Secret key = settings.key();
        return new SceneWriter(
                new OkHttpClient(), address, settings.model(), key == null ? null : key.reveal(), settings.timeout());
    }

    private void openWebChat(
            Configuration configuration, Core core, Repositories kept, Database database, InstantSource clock)
            throws ChatException {
        Integer port = configuration.webchatPort();
        if (port == null) {
            return;
        }
        WebChat webchat =
                opened(new WebChat(port, new SqlTranscript(database), new RoomWindow(core, kept.images()), clock));
        core.add(webchat);
        webchat.start(core.listener(), core.catalog());
        surfaces.add("web chat  " + webchat.address());
    }

    private void openDiscord(Configuration configuration, Core core) throws ChatException {
        DiscordConnection connection = configuration.discord();
        if (connection == null) {
            return;
        }
        Discord discord = opened(new Discord(DiscordAccess.settings(connection)));
        core.add(discord);
        discord.start(core.listener(), core.catalog());
        surfaces.add("discord   " + discord.summary());
    }

    private void openGateway(Configuration configuration, Core core, Repositories kept, Backends backends)
            throws ChatException {
        GatewaySettings settings = configuration.gateway();
        if (settings == null) {
            return;
        }
        Studio studio = new Studio(
                core.illustrator(),
                core.drafting(),
                core.settings(),
                core.avatars(),
                backends,
                kept.illustrations(),
                kept.images());
        Gateway gateway = opened(new Gateway(settings, Limits.standard(), studio, new SecureRandom()));
        core.add(gateway);
        gateway.start(core.listener(), core.catalog());
        surfaces.add("gateway   " + gateway.address());
    }

    private void openTelegram(Configuration configuration, Core core, Database database, InstantSource clock)
            throws ChatException {
        TelegramSettings settings = configuration.telegram();
        if (settings == null) {
            return;
        }
        Telegram telegram = opened(new Telegram(
                new BotAddress(settings.api(), settings.token().reveal()),
                new SqlInbox(database, clock),
                new SqlQuestions(database, clock),
                clock));
        core.add(telegram);
        surfaces.add("telegram  " + telegram.begin(core.listener(), core.catalog()));
    }

    private static Repositories repositories(Database database) {
        return new Repositories(
                new SqlStoryLog(database),
                new SqlChannelStates(database),
                new SqlAvatars(database),
                new SqlImageStore(database),
                new SqlCharacters(database),
                new SqlStyles(database),
                new SqlSettings(database),
                new SqlIllustrations(database),
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

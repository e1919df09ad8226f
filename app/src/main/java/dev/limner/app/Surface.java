package dev.limner.app;

import dev.limner.app.config.Configuration;
import dev.limner.app.monitor.Meters;
import dev.limner.chat.ChatPlatform;
import dev.limner.discord.Discord;
import dev.limner.discord.interaction.SqlInteractions;
import dev.limner.gateway.Gateway;
import dev.limner.gateway.desk.Studio;
import dev.limner.gateway.http.Answered;
import dev.limner.gateway.http.Limits;
import dev.limner.telegram.Telegram;
import dev.limner.telegram.api.BotAddress;
import dev.limner.telegram.inbox.SqlConversations;
import dev.limner.telegram.inbox.SqlInbox;
import dev.limner.telegram.inbox.SqlQuestions;
import dev.limner.webchat.WebChat;
import dev.limner.webchat.transcript.SqlTranscript;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where people meet the core; a further one is one more maker.
 *
 * @param name as the start prints it
 * @param platform not started yet
 * @param place where it can be met; asked once it is started
 */
record Surface(String name, ChatPlatform platform, Supplier<?> place) {

    /** In the order in which they are opened and shown. */
    static final List<Maker> MAKERS = List.of(Surface::webChat, Surface::discord, Surface::gateway, Surface::telegram);

    /** Makes a surface where it is configured. */
    @FunctionalInterface
    interface Maker {
        Optional<Surface> make(Configuration configuration, House house);
    }

    private static Optional<Surface> webChat(Configuration configuration, House house) {
        return Optional.ofNullable(configuration.webchatPort()).map(port -> {
            RoomWindow window = new RoomWindow(house.core(), house.kept().images());
            WebChat webchat = new WebChat(
                    port,
                    configuration.data().resolve("uploads"),
                    new SqlTranscript(house.database()),
                    window,
                    house.clock());
            return new Surface("web chat", webchat, webchat::address);
        });
    }

    private static Optional<Surface> discord(Configuration configuration, House house) {
        return Optional.ofNullable(configuration.discord()).map(connection -> {
            Discord discord = new Discord(
                    DiscordAccess.settings(connection), new SqlInteractions(house.database(), house.clock()));
            return new Surface("discord", discord, discord::summary);
        });
    }

    private static Optional<Surface> gateway(Configuration configuration, House house) {
        return Optional.ofNullable(configuration.gateway()).map(settings -> {
            Studio studio = new Studio(
                    house.core().illustrator(),
                    house.core().drafting(),
                    house.core().settings(),
                    house.core().styles(),
                    house.core().avatars(),
                    house.backends(),
                    house.kept().illustrations(),
                    house.kept().images(),
                    configuration.image().networks(),
                    house.clock());
            Meters meters = house.meters();
            Gateway gateway = new Gateway(
                    settings,
                    Limits.standard(),
                    studio,
                    new SecureRandom(),
                    meters == null ? Answered.UNHEARD : meters.gateway());
            return new Surface("gateway", gateway, gateway::address);
        });
    }

    private static Optional<Surface> telegram(Configuration configuration, House house) {
        return Optional.ofNullable(configuration.telegram()).map(settings -> {
            Telegram telegram = new Telegram(
                    new BotAddress(settings.api(), settings.token().reveal()),
                    new SqlInbox(house.database(), house.clock()),
                    new SqlQuestions(house.database(), house.clock()),
                    new SqlConversations(house.database()),
                    house.clock());
            return new Surface("telegram", telegram, telegram::summary);
        });
    }
}

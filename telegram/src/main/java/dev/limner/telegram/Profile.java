package dev.limner.telegram;

import dev.limner.chat.ChatException;
import dev.limner.command.CommandCatalog;
import dev.limner.telegram.api.BotApi;
import dev.limner.telegram.event.Bot;
import dev.limner.telegram.post.Address;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;

/** What Telegram knows of the bot: who it is, what it offers, what it is shown. Blocks. */
final class Profile {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BotApi api;

    Profile(BotApi api) {
        this.api = api;
    }

    Bot bot() throws ChatException {
        return bot(PATIENCE);
    }

    /** @param patience how long an answer is waited for */
    Bot bot(Duration patience) throws ChatException {
        try {
            User me = api.call(new GetMe(), patience);
            return new Bot(
                    me.getId(),
                    me.getUserName() == null ? "" : me.getUserName(),
                    Boolean.TRUE.equals(me.getCanReadAllGroupMessages()));
        } catch (ChatException e) {
            String said = String.valueOf(e.getMessage());
            if (said.contains(" 401 ") || said.contains(" 404 ")) {
                throw new ChatException(
                        ChatException.Kind.REFUSED,
                        "TELEGRAM_TOKEN: Telegram knows no such token; copy it anew from @BotFather",
                        false,
                        null,
                        e);
            }
            throw new ChatException(
                    e.kind(), "TELEGRAM_API_URL: " + said + "; check the address and the network", false, null, e);
        }
    }

    /** Puts the commands into the menus of groups and private chats; without menus all works the same. */
    void offer(CommandCatalog catalog) throws ChatException {
        offer(catalog, null);
        for (Locale language : CommandCatalog.translations()) {
            offer(catalog.in(language), language.getLanguage());
        }
    }

    /** @param language two letters (Bot API, "setMyCommands"); null for everybody whose language has no menu of its own */
    private void offer(CommandCatalog catalog, @Nullable String language) throws ChatException {
        List<BotCommand> menu = catalog.names().stream()
                .map(name -> new BotCommand(name, catalog.description(name)))
                .toList();
        for (BotCommandScope scope :
                List.of(new BotCommandScopeAllGroupChats(), new BotCommandScopeAllPrivateChats())) {
            api.call(SetMyCommands.builder()
                    .commands(menu)
                    .scope(scope)
                    .languageCode(language)
                    .build());
        }
    }

    /**
     * Whether the bot was taken out of a group. Where it cannot be told, such as of one that another bot was in, it was not.
     *
     * @throws ChatException when Telegram does not answer now
     */
    boolean isOut(Bot bot, String group) throws ChatException {
        try {
            return Bot.isOut(self(bot, group));
        } catch (ChatException e) {
            if (e.mayRetry()) {
                throw e;
            }
            // "bot was kicked from the group chat", "bot is not a member of the supergroup chat"
            return e.kind() == ChatException.Kind.FORBIDDEN;
        }
    }

    private ChatMember self(Bot bot, String group) throws ChatException {
        return api.call(
                group, GetChatMember.builder().chatId(group).userId(bot.id()).build());
    }

    /** In a group, privacy mode hides all but commands and replies, unless the bot is an administrator. */
    Optional<String> blindSpot(Address address) throws ChatException {
        if (address.isPrivate()) {
            return Optional.empty();
        }
        Bot bot = bot();
        if (bot.readsAll()) {
            return Optional.empty();
        }
        if ("administrator".equals(self(bot, address.chatId()).getStatus())) {
            return Optional.empty();
        }
        return Optional.of("Privacy mode is on, so Telegram shows me only commands and replies to me here, and no"
                + " story. Make me an administrator of this group: that loses nothing. Or turn privacy mode off"
                + " (/setprivacy with @BotFather), then remove me from the group and add me again; I forget the story of"
                + " this group with that, so give /story on anew.");
    }
}

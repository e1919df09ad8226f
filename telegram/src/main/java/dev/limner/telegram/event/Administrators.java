package dev.limner.telegram.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.chat.ChatException;
import dev.limner.telegram.api.BotApi;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberOwner;

/**
 * Who may moderate where: a group's administrators, and everybody in their own private chat. Asked for when needed, kept
 * for five minutes, and asked for anew when Telegram tells of a change. Thread-safe; blocks.
 */
public final class Administrators {
    private static final Logger log = LoggerFactory.getLogger(Administrators.class);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final BotApi api;
    private final String bot;
    /** By account, whether they are anonymous. */
    private final Cache<Long, Map<String, Boolean>> fresh =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build();
    /** Better than none while Telegram does not answer. */
    private final Cache<Long, Map<String, Boolean>> last =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Administrators(BotApi api, Bot bot) {
        this.api = api;
        this.bot = Long.toString(bot.id());
    }

    boolean includes(long chat, long person) {
        return chat > 0 || of(chat).containsKey(Long.toString(person));
    }

    /**
     * Whether somebody may be who writes in the name of a group. Anonymous administrators are left out of the list that a
     * bot is given which is none itself (tdlib/telegram-bot-api, issue 667), so there it may be anybody who is not in it.
     *
     * @param person as in {@link dev.limner.chat.UserRef}
     */
    boolean mayBeAnonymous(long chat, String person) {
        Map<String, Boolean> known = of(chat);
        return !Origin.isChat(person) && known.getOrDefault(person, !known.containsKey(bot));
    }

    private Map<String, Boolean> of(long chat) {
        Map<String, Boolean> known = fresh.getIfPresent(chat);
        return known != null ? known : ask(chat);
    }

    private Map<String, Boolean> ask(long chat) {
        try {
            Map<String, Boolean> all =
                    api
                            .call(GetChatAdministrators.builder()
                                    .chatId(Long.toString(chat))
                                    .build())
                            .stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    member -> Long.toString(member.getUser().getId()), Administrators::isAnonymous));
            fresh.put(chat, all);
            last.put(chat, all);
            return all;
        } catch (ChatException | RuntimeException e) {
            log.warn("administrators of chat {} not known: {}", chat, e.getMessage());
            @Nullable Map<String, Boolean> before = last.getIfPresent(chat);
            return before == null ? Map.of() : before;
        }
    }

    private static boolean isAnonymous(ChatMember member) {
        return (member instanceof ChatMemberAdministrator one && Boolean.TRUE.equals(one.getIsAnonymous()))
                || (member instanceof ChatMemberOwner owner && Boolean.TRUE.equals(owner.getIsAnonymous()));
    }

    void changed(long chat) {
        fresh.invalidate(chat);
    }
}

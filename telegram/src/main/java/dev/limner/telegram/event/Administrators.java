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
 * for five minutes, and asked for anew when Telegram tells of a change. Thread-safe; blocks for seven seconds at most.
 */
public final class Administrators {
    private static final Logger log = LoggerFactory.getLogger(Administrators.class);
    private static final Duration FRESH = Duration.ofMinutes(5);
    /** Of each of two tries: a thread that others need waits for it. */
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    private static final Duration REST = Duration.ofMillis(500);
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);

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

    /** @throws Unknown when Telegram does not tell now, and did not before */
    boolean includes(long chat, long person) throws Unknown {
        return chat > 0 || of(chat).containsKey(Long.toString(person));
    }

    /**
     * Whether somebody may be who writes in the name of a group. Anonymous administrators are left out of the list that a
     * bot is given which is none itself (tdlib/telegram-bot-api, issue 667), so there it may be anybody who is not in it.
     *
     * @param person as in {@link dev.limner.chat.UserRef}
     */
    boolean mayBeAnonymous(long chat, String person) {
        Map<String, Boolean> known;
        try {
            known = of(chat);
        } catch (Unknown e) {
            known = Map.of();
        }
        return !Origin.isChat(person) && known.getOrDefault(person, !known.containsKey(bot));
    }

    private Map<String, Boolean> of(long chat) throws Unknown {
        Map<String, Boolean> known = fresh.getIfPresent(chat);
        return known != null ? known : ask(chat);
    }

    private Map<String, Boolean> ask(long chat) throws Unknown {
        try {
            Map<String, Boolean> all = askTwice(chat);
            fresh.put(chat, all);
            last.put(chat, all);
            return all;
        } catch (ChatException e) {
            log.warn("administrators of chat {} not known: {}", chat, e.getMessage());
            @Nullable Map<String, Boolean> before = last.getIfPresent(chat);
            if (before == null && e.mayRetry()) {
                throw new Unknown();
            }
            return before == null ? Map.of() : before;
        }
    }

    private Map<String, Boolean> askTwice(long chat) throws ChatException {
        try {
            return askOnce(chat);
        } catch (ChatException e) {
            Duration rest = e.retryAfter().orElse(REST);
            if (!e.mayRetry() || rest.compareTo(LONGEST_REST) > 0) {
                throw e;
            }
            try {
                Thread.sleep(rest.toMillis());
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                throw e;
            }
            return askOnce(chat);
        }
    }

    private Map<String, Boolean> askOnce(long chat) throws ChatException {
        GetChatAdministrators asking =
                GetChatAdministrators.builder().chatId(Long.toString(chat)).build();
        return api.call(asking, PATIENCE).stream()
                .collect(Collectors.toUnmodifiableMap(
                        member -> Long.toString(member.getUser().getId()), Administrators::isAnonymous));
    }

    private static boolean isAnonymous(ChatMember member) {
        return (member instanceof ChatMemberAdministrator one && Boolean.TRUE.equals(one.getIsAnonymous()))
                || (member instanceof ChatMemberOwner owner && Boolean.TRUE.equals(owner.getIsAnonymous()));
    }

    void changed(long chat) {
        fresh.invalidate(chat);
    }

    /** It is not known who moderates, which is not to say that somebody does not. */
    static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;
    }
}

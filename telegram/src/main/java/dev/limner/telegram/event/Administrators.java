package dev.limner.telegram.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.chat.ChatException;
import dev.limner.telegram.api.BotApi;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatAdministrators;

/**
 * Who may moderate where: a group's administrators, and everybody in their own private chat. Asked for when needed, kept
 * for five minutes, and asked for anew when Telegram tells of a change. Thread-safe; blocks.
 */
public final class Administrators {
    private static final Logger log = LoggerFactory.getLogger(Administrators.class);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final BotApi api;
    private final Cache<Long, Set<Long>> fresh =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build();
    /** Better than none while Telegram does not answer. */
    private final Cache<Long, Set<Long>> last =
            Caffeine.newBuilder().maximumSize(10_000).build();

    public Administrators(BotApi api) {
        this.api = api;
    }

    boolean includes(long chat, long person) {
        if (chat > 0) {
            return true;
        }
        Set<Long> known = fresh.getIfPresent(chat);
        Set<Long> all = known != null ? known : ask(chat);
        return all.contains(person);
    }

    private Set<Long> ask(long chat) {
        try {
            Set<Long> all = api
                    .call(GetChatAdministrators.builder()
                            .chatId(Long.toString(chat))
                            .build())
                    .stream()
                    .map(member -> member.getUser().getId())
                    .collect(Collectors.toUnmodifiableSet());
            fresh.put(chat, all);
            last.put(chat, all);
            return all;
        } catch (ChatException | RuntimeException e) {
            log.warn("administrators of chat {} not known: {}", chat, e.getMessage());
            @Nullable Set<Long> before = last.getIfPresent(chat);
            return before == null ? Set.of() : before;
        }
    }

    void changed(long chat) {
        fresh.invalidate(chat);
    }
}

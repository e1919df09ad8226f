package dev.limner.telegram.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.chat.ChatException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Which chats Telegram asked to leave alone, and until when. Each chat waits for itself. Thread-safe. */
final class Pace {
    private final InstantSource clock;
    private final Cache<String, Instant> resting =
            Caffeine.newBuilder().maximumSize(100_000).build();

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws ChatException when a call now would only be refused, and prolong the rest */
    void require(String chat) throws ChatException {
        Instant until = resting.getIfPresent(chat);
        if (until == null) {
            return;
        }
        Duration left = Duration.between(clock.instant(), until);
        if (left.isNegative() || left.isZero()) {
            resting.asMap().remove(chat, until);
            return;
        }
        throw new ChatException(
                ChatException.Kind.RATE_LIMITED, "Telegram asked to wait in this chat", false, left, null);
    }

    void rest(String chat, Duration time) {
        resting.put(chat, clock.instant().plus(time));
    }
}

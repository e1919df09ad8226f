package dev.limner.illustration;

import dev.limner.chat.ChatException;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.Place;
import dev.limner.chat.PlatformId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The platforms that run in this process. Thread-safe. */
public final class Platforms {
    private final Map<PlatformId, ChatPlatform> running = new ConcurrentHashMap<>();

    public void add(ChatPlatform platform) {
        running.put(platform.id(), platform);
    }

    /** @throws ChatException when it does not run here now; it may do so again after the next start */
    public ChatPlatform get(PlatformId id) throws ChatException {
        ChatPlatform platform = running.get(id);
        if (platform == null) {
            throw new ChatException(ChatException.Kind.UNAVAILABLE, "platform " + id + " is not running");
        }
        return platform;
    }

    /**
     * What keeps a picture from being posted in a place, with its fix, as a sentence for people; empty where nothing is
     * known to, or the platform does not run here now. From memory, no I/O.
     */
    Optional<String> postingHindrance(Place place) {
        ChatPlatform platform = running.get(place.channel().platform());
        return platform == null ? Optional.empty() : platform.postingHindrance(place);
    }
}

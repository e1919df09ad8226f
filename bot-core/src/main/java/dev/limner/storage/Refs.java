package dev.limner.storage;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.MessageRef;
import dev.limner.chat.PlatformId;
import dev.limner.chat.Scope;
import dev.limner.chat.UserRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How refs stand in columns: {@code platform:id}. A platform has no colon, so the first one parts them. */
final class Refs {
    private Refs() {}

    static String stored(UserRef user) {
        return user.platform().value() + ":" + user.id();
    }

    static String stored(ChannelRef channel) {
        return channel.platform().value() + ":" + channel.id();
    }

    static String stored(CommunityRef community) {
        return community.platform().value() + ":" + community.id();
    }

    static @Nullable String storedOrNull(@Nullable UserRef user) {
        return user == null ? null : stored(user);
    }

    static @Nullable String storedOrNull(@Nullable ChannelRef channel) {
        return channel == null ? null : stored(channel);
    }

    /** A message is a pair, and its channel may be another than that of the row, so it stands as JSON. */
    static @Nullable String storedOrNull(@Nullable MessageRef message) {
        return message == null ? null : Json.write(List.of(stored(message.channel()), message.id()));
    }

    static String stored(List<MessageRef> messages) {
        return Json.write(messages.stream()
                .map(message -> List.of(stored(message.channel()), message.id()))
                .toList());
    }

    static UserRef user(String stored) {
        return new UserRef(platform(stored), id(stored));
    }

    static ChannelRef channel(String stored) {
        return new ChannelRef(platform(stored), id(stored));
    }

    static CommunityRef community(String stored) {
        return new CommunityRef(platform(stored), id(stored));
    }

    static @Nullable UserRef userOrNull(@Nullable String stored) {
        return stored == null ? null : user(stored);
    }

    static @Nullable ChannelRef channelOrNull(@Nullable String stored) {
        return stored == null ? null : channel(stored);
    }

    static @Nullable MessageRef messageOrNull(@Nullable String stored) {
        if (stored == null) {
            return null;
        }
        List<String> pair = Json.strings(stored);
        return new MessageRef(channel(pair.get(0)), pair.get(1));
    }

    static List<MessageRef> messages(String stored) {
        return Json.lists(stored).stream()
                .map(pair -> new MessageRef(channel(pair.get(0)), pair.get(1)))
                .toList();
    }

    /** The scope whose {@link Scope#key()} this is. */
    static Scope scope(String key) {
        String[] parts = key.split("/", 3);
        PlatformId platform = new PlatformId(parts[0]);
        return switch (parts[1]) {
            case "channel" -> Scope.of(new ChannelRef(platform, parts[2]));
            case "community" -> Scope.of(new CommunityRef(platform, parts[2]));
            default -> throw new IllegalStateException("not a scope: " + key);
        };
    }

    private static PlatformId platform(String stored) {
        return new PlatformId(stored.substring(0, stored.indexOf(':')));
    }

    private static String id(String stored) {
        return stored.substring(stored.indexOf(':') + 1);
    }
}

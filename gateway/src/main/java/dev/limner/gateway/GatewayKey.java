package dev.limner.gateway;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key that the operator gave out.
 *
 * @param name 1 to 32 of {@code [a-z0-9_-]}; who asks, in what is kept and logged
 * @param secret at least 16 printable ASCII characters without blanks
 * @param bound the community of a chat platform whose avatars it reads; null for a community of its own
 * @param channel the channel of that community whose characters and style presets it draws with; null for none
 */
public record GatewayKey(
        String name,
        String secret,
        @Nullable CommunityRef bound,
        @Nullable ChannelRef channel) {
    public static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,32}");
    public static final int SHORTEST = 16;

    /** One that draws with the avatars of a community alone. */
    public GatewayKey(String name, String secret, @Nullable CommunityRef bound) {
        this(name, secret, bound, null);
    }

    public GatewayKey {
        if (channel != null && bound == null) {
            throw new IllegalArgumentException("a channel of no community");
        }
        if (!NAME.matcher(name).matches()
                || secret.length() < SHORTEST
                || !secret.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("a key has a name of 1 to 32 letters, digits, _ or -, and " + SHORTEST
                    + " printable characters or more");
        }
    }

    @Override
    public String toString() {
        return "key " + name + (bound == null ? "" : " of " + bound) + (channel == null ? "" : " in " + channel.id());
    }
}

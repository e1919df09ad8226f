package dev.limner.chat;

/**
 * What characters, presets and settings are kept for: a channel, or a community as a whole.
 *
 * @see Place#scopes()
 */
public sealed interface Scope permits Scope.OfChannel, Scope.OfCommunity {

    /** Unique over all platforms; the form in which a scope is stored. */
    String key();

    /** One channel. */
    record OfChannel(ChannelRef channel) implements Scope {
        @Override
        public String key() {
            return channel.platform() + "/channel/" + channel.id();
        }
    }

    /** A whole community. */
    record OfCommunity(CommunityRef community) implements Scope {
        @Override
        public String key() {
            return community.platform() + "/community/" + community.id();
        }
    }

    static Scope of(ChannelRef channel) {
        return new OfChannel(channel);
    }

    static Scope of(CommunityRef community) {
        return new OfCommunity(community);
    }
}

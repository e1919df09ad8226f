package dev.limner.chat;

/** What channels belong to: a Discord server, a Telegram group, the web chat. The id is opaque outside its adapter. */
public record CommunityRef(PlatformId platform, String id) {
    public CommunityRef {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("empty id");
        }
    }

    /** A channel as a community of its own: what is kept for it is nobody else's, not even its community's. */
    public static CommunityRef of(ChannelRef channel) {
        return new CommunityRef(channel.platform(), channel.id());
    }

    @Override
    public String toString() {
        return platform + ":" + id;
    }
}

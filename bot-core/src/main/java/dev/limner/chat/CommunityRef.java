package dev.limner.chat;

/** What channels belong to: a Discord server, a Telegram group, the web chat. The id is opaque outside its adapter. */
public record CommunityRef(PlatformId platform, String id) {
    public CommunityRef {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("empty id");
        }
    }

    @Override
    public String toString() {
        return platform + ":" + id;
    }
}

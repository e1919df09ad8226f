package dev.limner.chat;

/** One place where a story runs; a thread, post or topic is a channel of its own. The id is opaque outside its adapter. */
public record ChannelRef(PlatformId platform, String id) {
    public ChannelRef {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("empty id");
        }
    }

    @Override
    public String toString() {
        return platform + ":" + id;
    }
}

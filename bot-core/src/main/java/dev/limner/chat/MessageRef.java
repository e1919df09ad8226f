package dev.limner.chat;

/** One native message of a channel. The id is opaque outside its adapter. */
public record MessageRef(ChannelRef channel, String id) {
    public MessageRef {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("empty id");
        }
    }
}

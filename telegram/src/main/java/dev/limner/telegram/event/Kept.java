package dev.limner.telegram.event;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.MessageRef;
import dev.limner.telegram.post.Address;
import org.jspecify.annotations.Nullable;

/** A message as it is kept in what a conversation remembers. */
record Kept(String channel, String message) {
    static @Nullable Kept of(@Nullable MessageRef ref) {
        return ref == null ? null : new Kept(ref.channel().id(), ref.id());
    }

    MessageRef ref() {
        return new MessageRef(new ChannelRef(Address.ID, channel), message);
    }
}

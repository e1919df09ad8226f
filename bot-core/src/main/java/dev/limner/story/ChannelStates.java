package dev.limner.story;

import dev.limner.chat.ChannelRef;
import java.util.Optional;

/** Where channel states are kept. Thread-safe; blocks; durable on return. */
public interface ChannelStates {

    Optional<ChannelState> find(ChannelRef channel);

    void save(ChannelState state);
}

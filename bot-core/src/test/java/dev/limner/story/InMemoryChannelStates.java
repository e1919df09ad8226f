package dev.limner.story;

import dev.limner.chat.ChannelRef;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Channel states for as long as a test runs. */
public final class InMemoryChannelStates implements ChannelStates {
    private final Map<ChannelRef, ChannelState> states = new ConcurrentHashMap<>();

    @Override
    public Optional<ChannelState> find(ChannelRef channel) {
        return Optional.ofNullable(states.get(channel));
    }

    @Override
    public void save(ChannelState state) {
        states.put(state.channel(), state);
    }
}

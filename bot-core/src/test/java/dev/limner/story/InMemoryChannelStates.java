package dev.limner.story;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Channel states for as long as a test runs. */
public final class InMemoryChannelStates implements ChannelStates {
    private final Map<ChannelRef, ChannelState> states = new ConcurrentHashMap<>();
    private final Map<ChannelRef, Place> places = new ConcurrentHashMap<>();

    @Override
    public Optional<ChannelState> find(ChannelRef channel) {
        return Optional.ofNullable(states.get(channel));
    }

    @Override
    public void save(ChannelState state) {
        states.put(state.channel(), state);
    }

    @Override
    public void forget(ChannelRef channel) {
        states.remove(channel);
        places.remove(channel);
    }

    @Override
    public void remember(Place place) {
        places.put(place.channel(), place);
    }

    @Override
    public List<Place> places() {
        return List.copyOf(places.values());
    }

    @Override
    public List<ChannelRef> under(ChannelRef parent) {
        return channels(place -> parent.equals(place.parent()));
    }

    @Override
    public List<ChannelRef> in(CommunityRef community) {
        return channels(place -> community.equals(place.community()));
    }

    private List<ChannelRef> channels(Predicate<Place> condition) {
        return places.values().stream().filter(condition).map(Place::channel).toList();
    }
}

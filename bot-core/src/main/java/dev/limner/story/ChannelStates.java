package dev.limner.story;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Place;
import java.util.List;
import java.util.Optional;

/** Where channel states are kept. Thread-safe; blocks; durable on return. */
public interface ChannelStates {

    Optional<ChannelState> find(ChannelRef channel);

    void save(ChannelState state);

    /** Forgets the state of a channel, and where it hangs. */
    void forget(ChannelRef channel);

    /** Remembers where a channel hangs. */
    void remember(Place place);

    /** The places remembered, one a channel, in no order. */
    List<Place> places();

    /** The channels remembered to hang under another, in no order. */
    List<ChannelRef> under(ChannelRef parent);

    /** The channels remembered to belong to a community, in no order. */
    List<ChannelRef> in(CommunityRef community);
}

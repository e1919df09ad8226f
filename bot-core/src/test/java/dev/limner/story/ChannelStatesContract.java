package dev.limner.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Place;
import dev.limner.chat.PlatformId;
import org.junit.jupiter.api.Test;

/** What all {@link ChannelStates} keep to. */
public abstract class ChannelStatesContract {
    private static final ChannelRef HERE = new ChannelRef(new PlatformId("test"), "here");
    private static final ChannelRef ELSEWHERE = new ChannelRef(new PlatformId("other"), "here");

    /** Empty at the start of each test, and the same throughout it. */
    protected abstract ChannelStates states();

    @Test
    void of_an_unknown_channel_there_is_no_state() {
        assertThat(states().find(HERE)).isEmpty();
    }

    @Test
    void a_state_is_found_as_it_was_saved_and_for_its_channel_only() {
        ChannelState state = new ChannelState(HERE, true, 20, Long.MAX_VALUE);

        states().save(state);

        assertThat(states().find(HERE)).contains(state);
        assertThat(states().find(ELSEWHERE)).isEmpty();
    }

    @Test
    void a_later_state_replaces_an_earlier_one() {
        ChannelState later = ChannelState.initial(HERE).withIllustratedUpTo(7);
        states().save(new ChannelState(HERE, true, 20, 3));

        states().save(later);

        assertThat(states().find(HERE)).contains(later);
    }

    @Test
    void a_place_is_remembered_once_a_channel_and_as_it_was_last() {
        CommunityRef server = new CommunityRef(HERE.platform(), "server");
        Place alone = new Place(HERE, null, server);
        Place thread = new Place(ELSEWHERE, new ChannelRef(ELSEWHERE.platform(), "parent"), server);
        Place moved = new Place(HERE, new ChannelRef(HERE.platform(), "parent"), server);

        states().remember(alone);
        states().remember(thread);
        states().remember(moved);

        assertThat(states().places()).containsExactlyInAnyOrder(moved, thread);
    }

    @Test
    void channels_are_found_by_what_they_hang_under_and_belong_to() {
        CommunityRef server = new CommunityRef(HERE.platform(), "server");
        ChannelRef thread = new ChannelRef(HERE.platform(), "thread");
        states().remember(new Place(HERE, null, server));
        states().remember(new Place(thread, HERE, server));
        states().remember(new Place(ELSEWHERE, null, new CommunityRef(ELSEWHERE.platform(), "server")));

        assertThat(states().under(HERE)).containsExactly(thread);
        assertThat(states().under(ELSEWHERE)).isEmpty();
        assertThat(states().in(server)).containsExactlyInAnyOrder(HERE, thread);
    }

    @Test
    void of_a_forgotten_channel_neither_state_nor_place_is_left_and_the_others_stay() {
        CommunityRef server = new CommunityRef(HERE.platform(), "server");
        ChannelState other = new ChannelState(ELSEWHERE, true, 0, 1);
        states().save(new ChannelState(HERE, true, 20, 3));
        states().save(other);
        states().remember(new Place(HERE, null, server));
        states().remember(new Place(ELSEWHERE, null, server));

        states().forget(HERE);

        assertThat(states().find(HERE)).isEmpty();
        assertThat(states().find(ELSEWHERE)).contains(other);
        assertThat(states().in(server)).containsExactly(ELSEWHERE);
    }
}

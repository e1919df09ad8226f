package dev.limner.storage;

import dev.limner.chat.ChannelRef;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.Place;
import dev.limner.story.ChannelState;
import dev.limner.story.ChannelStates;
import java.util.List;
import java.util.Optional;

/** Channel states in {@code channel_state} and {@code channel_place}. */
public final class SqlChannelStates implements ChannelStates {
    private final Database database;

    public SqlChannelStates(Database database) {
        this.database = database;
    }

    @Override
    public Optional<ChannelState> find(ChannelRef channel) {
        return database.read(handle -> handle.select(
                        "select capturing, auto_every, illustrated_up_to from channel_state where channel = ?",
                        Refs.stored(channel))
                .map((row, context) -> new ChannelState(channel, row.getBoolean(1), row.getInt(2), row.getLong(3)))
                .findOne());
    }

    @Override
    public void save(ChannelState state) {
        database.writeNow(handle -> handle.execute(
                """
                insert into channel_state (channel, capturing, auto_every, illustrated_up_to)
                values (?, ?, ?, ?)
                on conflict (channel) do update set
                    capturing = excluded.capturing,
                    auto_every = excluded.auto_every,
                    illustrated_up_to = excluded.illustrated_up_to
                """, Refs.stored(state.channel()), state.capturing(), state.autoEvery(), state.illustratedUpTo()));
    }

    @Override
    public void forget(ChannelRef channel) {
        String stored = Refs.stored(channel);
        var unused = database.writeNow(handle -> handle.execute("delete from channel_state where channel = ?", stored)
                + handle.execute("delete from channel_place where channel = ?", stored));
    }

    @Override
    public void remember(Place place) {
        database.writeNow(handle -> handle.execute(
                """
                insert into channel_place (channel, parent, community) values (?, ?, ?)
                on conflict (channel) do update set parent = excluded.parent, community = excluded.community
                """, Refs.stored(place.channel()), Refs.storedOrNull(place.parent()), Refs.stored(place.community())));
    }

    @Override
    public List<Place> places() {
        return database.read(handle -> handle.select("select channel, parent, community from channel_place")
                .map((row, context) -> new Place(
                        Refs.channel(row.getString(1)),
                        Refs.channelOrNull(row.getString(2)),
                        Refs.community(row.getString(3))))
                .list());
    }

    @Override
    public List<ChannelRef> under(ChannelRef parent) {
        return channelsWhere("parent = ?", Refs.stored(parent));
    }

    @Override
    public List<ChannelRef> in(CommunityRef community) {
        return channelsWhere("community = ?", Refs.stored(community));
    }

    private List<ChannelRef> channelsWhere(String condition, String value) {
        return database.read(handle -> handle.select("select channel from channel_place where " + condition, value)
                .map((row, context) -> Refs.channel(row.getString(1)))
                .list());
    }
}

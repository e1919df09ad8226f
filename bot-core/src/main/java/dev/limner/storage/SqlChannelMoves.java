package dev.limner.storage;

import dev.limner.chat.Place;
import dev.limner.chat.Scope;
import dev.limner.conversation.ChannelMoves;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Renames what stands in the tables. */
public final class SqlChannelMoves implements ChannelMoves {
    private final Database database;

    public SqlChannelMoves(Database database) {
        this.database = database;
    }

    @Override
    public void move(Place from, Place to) {
        if (from.equals(to)) {
            return;
        }
        var unused = database.writeNow(handle -> {
            story(handle, from, to);
            unlessThere(handle, "channel_state", "channel", stored(from), stored(to), null);
            String fromCommunity = Refs.stored(from.community());
            String toCommunity = Refs.stored(to.community());
            NamedRows.AVATARS.move(handle, fromCommunity, toCommunity);
            scope(handle, from.own(), to.own());
            scope(handle, Scope.of(from.community()), Scope.of(to.community()));
            illustrations(handle, from, to);
            place(handle, from, to);
            return true;
        });
    }

    /** Message ids begin anew in the other channel, so the old ones are told apart by the channel that they come from. */
    private static void story(Handle handle, Place from, Place to) {
        handle.execute(
                "update story_message set channel = ?, message = ? || message where channel = ?",
                stored(to),
                from.channel().id() + ":",
                stored(from));
    }

    private static void scope(Handle handle, Scope from, Scope to) {
        NamedRows.CHARACTERS.move(handle, from.key(), to.key());
        NamedRows.STYLES.move(handle, from.key(), to.key());
        unlessThere(handle, "setting", "scope", from.key(), to.key(), "name");
    }

    /** Refs to messages stay: those messages are where they were. */
    private static void illustrations(Handle handle, Place from, Place to) {
        handle.execute(
                "update illustration set channel = ?, parent = ?, community = ? where channel = ?",
                stored(to),
                Refs.storedOrNull(to.parent()),
                Refs.stored(to.community()),
                stored(from));
    }

    /** What stands under the other id is found there at once, though nothing was said yet: to be forgotten, or too old. */
    private static void place(Handle handle, Place from, Place to) {
        handle.execute("delete from channel_place where channel = ?", stored(from));
        handle.execute(
                "insert into channel_place (channel, parent, community) values (?, ?, ?) on conflict (channel) do nothing",
                stored(to),
                Refs.storedOrNull(to.parent()),
                Refs.stored(to.community()));
    }

    /** Of what there is one only, that which is there holds. */
    private static void unlessThere(
            Handle handle, String table, String column, String from, String to, @Nullable String rest) {
        String same = rest == null ? "" : " and other." + rest + " = " + table + "." + rest;
        handle.execute(
                "delete from " + table + " where " + column + " = ? and exists (select 1 from " + table
                        + " other where other." + column + " = ?" + same + ")",
                from,
                to);
        handle.execute("update " + table + " set " + column + " = ? where " + column + " = ?", to, from);
    }

    private static String stored(Place place) {
        return Refs.stored(place.channel());
    }
}

package dev.limner.storage;

import dev.limner.chat.Place;
import dev.limner.chat.Scope;
import dev.limner.conversation.ChannelMoves;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Renames what stands in the tables. */
public final class SqlChannelMoves implements ChannelMoves {
    /** Tables of a scope, with what else makes a row of theirs unique. */
    private static final List<String[]> SCOPED =
            List.of(new String[] {"story_character", "folded"}, new String[] {"style_preset", "folded"}, new String[] {
                "setting", "name"
            });

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
            rename(handle, "channel_state", "channel", stored(from), stored(to), null);
            rename(handle, "avatar", "community", Refs.stored(from.community()), Refs.stored(to.community()), "name");
            for (String[] table : SCOPED) {
                rename(handle, table[0], "scope", from.own().key(), to.own().key(), table[1]);
                String community = Scope.of(from.community()).key();
                rename(
                        handle,
                        table[0],
                        "scope",
                        community,
                        Scope.of(to.community()).key(),
                        table[1]);
            }
            states(handle, from.own(), to.own());
            states(handle, Scope.of(from.community()), Scope.of(to.community()));
            illustrations(handle, from, to);
            handle.execute("delete from channel_place where channel = ?", stored(from));
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

    private static void states(Handle handle, Scope from, Scope to) {
        handle.execute("update character_state set scope = ? where scope = ?", to.key(), from.key());
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

    private static void rename(
            Handle handle, String table, String column, String from, String to, @Nullable String rest) {
        String same = rest == null ? "" : " and other." + rest + " = " + table + "." + rest;
        handle.execute(
                "update " + table + " set " + column + " = ? where " + column + " = ? and not exists (select 1 from "
                        + table + " other where other." + column + " = ?" + same + ")",
                to,
                from,
                to);
    }

    private static String stored(Place place) {
        return Refs.stored(place.channel());
    }
}

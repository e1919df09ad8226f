package dev.limner.storage;

import dev.limner.character.Names;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows that their names tell apart within a place. They move to another place whole: one whose name is taken there gets a
 * number behind it.
 *
 * @param key the column of the name as it is compared
 * @param shown the column of the name as it is written; null where that is the same
 * @param besides another table that has the key; null for none
 */
record NamedRows(
        String table,
        String place,
        String key,
        @Nullable String shown,
        @Nullable String besides) {
    static final NamedRows CHARACTERS = new NamedRows("story_character", "scope", "folded", "name", "character_state");
    static final NamedRows STYLES = new NamedRows("style_preset", "scope", "folded", "name", null);
    static final NamedRows AVATARS = new NamedRows("avatar", "community", "name", null, null);

    private static final Logger log = LoggerFactory.getLogger(NamedRows.class);
    /** Of an avatar's name, which is the shortest (code points). */
    private static final int LONGEST = 32;

    void move(Handle handle, String from, String to) {
        for (String name : namesInBoth(handle, from, to)) {
            String free = IntStream.iterate(2, n -> n + 1)
                    .mapToObj(n -> numbered(name, n))
                    .filter(candidate -> !isThere(handle, from, candidate) && !isThere(handle, to, candidate))
                    .findFirst()
                    .orElseThrow();
            rename(handle, from, name, free);
            log.info("{}: {} of {} is called {} in {}", table, name, from, free, to);
        }
        handle.execute("update " + table + " set " + place + " = ? where " + place + " = ?", to, from);
        if (besides != null) {
            handle.execute("update " + besides + " set " + place + " = ? where " + place + " = ?", to, from);
        }
    }

    private List<String> namesInBoth(Handle handle, String from, String to) {
        return handle.select(
                        "select " + (shown == null ? key : shown) + " from " + table + " where " + place
                                + " = ? and exists (select 1 from " + table + " other where other." + place
                                + " = ? and other." + key + " = " + table + "." + key + ")",
                        from,
                        to)
                .mapTo(String.class)
                .list();
    }

    private boolean isThere(Handle handle, String where, String name) {
        return handle.select(
                                "select count(*) from " + table + " where " + place + " = ? and " + key + " = ?",
                                where,
                                Names.fold(name))
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private void rename(Handle handle, String where, String name, String free) {
        String rowsOf = " where " + place + " = ? and " + key + " = ?";
        String old = Names.fold(name);
        if (besides != null) {
            handle.execute("update " + besides + " set " + key + " = ?" + rowsOf, Names.fold(free), where, old);
        }
        handle.execute("update " + table + " set " + key + " = ?" + rowsOf, Names.fold(free), where, old);
        if (shown != null) {
            handle.execute("update " + table + " set " + shown + " = ?" + rowsOf, free, where, Names.fold(free));
        }
    }

    private static String numbered(String name, int number) {
        String end = "-" + number;
        int room = LONGEST - end.length();
        int points = name.codePointCount(0, name.length());
        return (points <= room ? name : name.substring(0, name.offsetByCodePoints(0, room))) + end;
    }
}

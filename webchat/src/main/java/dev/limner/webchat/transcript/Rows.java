package dev.limner.webchat.transcript;

import dev.limner.chat.Author;
import dev.limner.chat.Button;
import dev.limner.webchat.transcript.Entry.Owed;
import dev.limner.webchat.transcript.Entry.Picture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.StatementContext;

/** Turns the rows of messages, and of what hangs on them, into entries. */
final class Rows {

    private Rows() {}

    /** A message without its pictures and buttons. */
    static Entry message(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                row.getString("room"),
                row.getString("id"),
                row.getLong("position"),
                Author.Kind.valueOf(row.getString("kind")),
                row.getString("person"),
                row.getString("name"),
                row.getString("text"),
                List.of(),
                List.of(),
                row.getString("reply_to"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getInt("revision"),
                row.getBoolean("deleted"),
                Owed.valueOf(row.getString("owed")));
    }

    /** The same messages with their pictures and buttons: two queries, however many they are. */
    static List<Entry> filled(Handle db, List<Entry> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        List<String> ids = bare.stream().map(Entry::id).toList();
        Map<String, List<Picture>> pictures = new HashMap<>();
        db.createQuery("select p.message, p.hash, p.file_name, f.media_type, p.alt, p.spoiler from webchat_picture p"
                        + " join webchat_file f on f.hash = p.hash where p.message in (<ids>) order by p.place")
                .bindList("ids", ids)
                .reduceRows(pictures, (all, row) -> add(all, row, picture(row)));
        Map<String, List<Button>> buttons = new HashMap<>();
        db.createQuery("select message, id, label from webchat_button where message in (<ids>) order by place")
                .bindList("ids", ids)
                .reduceRows(buttons, (all, row) -> add(all, row, button(row)));
        return bare.stream()
                .map(e -> with(e, pictures.getOrDefault(e.id(), List.of()), buttons.getOrDefault(e.id(), List.of())))
                .toList();
    }

    private static <T> Map<String, List<T>> add(Map<String, List<T>> all, RowView row, T value) {
        all.computeIfAbsent(row.getColumn("message", String.class), id -> new ArrayList<>())
                .add(value);
        return all;
    }

    private static Picture picture(RowView row) {
        return new Picture(
                row.getColumn("hash", String.class),
                row.getColumn("file_name", String.class),
                row.getColumn("media_type", String.class),
                row.getColumn("alt", String.class),
                row.getColumn("spoiler", Boolean.class));
    }

    private static Button button(RowView row) {
        return new Button(row.getColumn("id", String.class), row.getColumn("label", String.class));
    }

    private static Entry with(Entry e, List<Picture> pictures, List<Button> buttons) {
        return new Entry(
                e.room(),
                e.id(),
                e.position(),
                e.kind(),
                e.person(),
                e.name(),
                e.text(),
                pictures,
                buttons,
                e.replyTo(),
                e.at(),
                e.revision(),
                e.deleted(),
                e.owed());
    }
}

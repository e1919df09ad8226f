package dev.limner.storage;

import dev.limner.avatar.ImageHash;
import dev.limner.chat.Place;
import dev.limner.illustration.Illustration;
import dev.limner.illustration.State;
import dev.limner.prompt.Ask;
import dev.limner.prompt.Composition;
import dev.limner.prompt.ScenePost;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** An illustration as a row of {@code illustration}. */
final class IllustrationRow {
    private static final List<String> NAMES = List.of(
            "id",
            "channel",
            "parent",
            "community",
            "requester",
            "requester_name",
            "ask",
            "after_position",
            "up_to_position",
            "seed",
            "picked",
            "asked_in",
            "event",
            "state",
            "composition",
            "backend",
            "picture",
            "status",
            "posted",
            "failures",
            "failing_since",
            "told",
            "ending",
            "notes",
            "accepted",
            "changed");

    static final String COLUMNS = String.join(", ", NAMES);
    static final String PARAMETERS = NAMES.stream().map(name -> ":" + name).collect(Collectors.joining(", "));
    /**
     * Where it belongs is no part of what becomes of it: a channel may move meanwhile. Nor does a change that knows nothing
     * of the status message take away what was noted of it.
     */
    static final String ASSIGNMENTS = NAMES.stream()
            .filter(name -> !List.of("id", "channel", "community").contains(name))
            .map(name -> name.equals("status") ? "status = coalesce(:status, status)" : name + " = :" + name)
            .collect(Collectors.joining(", "));

    private IllustrationRow() {}

    static Update bind(Update statement, Illustration illustration) {
        Place place = illustration.place();
        Composition composition = illustration.composition();
        ImageHash picture = illustration.picture();
        Instant failingSince = illustration.failingSince();
        ScenePost picked = illustration.picked();
        return statement
                .bind("id", illustration.id())
                .bind("channel", Refs.stored(place.channel()))
                .bind("parent", Refs.storedOrNull(place.parent()))
                .bind("community", Refs.stored(place.community()))
                .bind("requester", Refs.stored(illustration.requester()))
                .bind("requester_name", illustration.requesterName())
                .bind("ask", Json.write(illustration.ask()))
                .bind("after_position", illustration.after())
                .bind("up_to_position", illustration.upTo())
                .bind("seed", illustration.seed())
                .bind("picked", picked == null ? null : Json.write(picked))
                .bind("asked_in", Refs.storedOrNull(illustration.askedIn()))
                .bind("event", illustration.event())
                .bind("state", illustration.state().name())
                .bind("composition", composition == null ? null : Json.write(composition))
                .bind("backend", illustration.backend())
                .bind("picture", picture == null ? null : picture.value())
                .bind("status", Refs.storedOrNull(illustration.status()))
                .bind("posted", Refs.stored(illustration.posted()))
                .bind("failures", illustration.failures())
                .bind("failing_since", failingSince == null ? null : failingSince.toEpochMilli())
                .bind("told", illustration.told())
                .bind("ending", illustration.ending())
                .bind("notes", Json.write(illustration.notes()))
                .bind("accepted", illustration.accepted().toEpochMilli())
                .bind("changed", illustration.changed().toEpochMilli());
    }

    static Illustration read(ResultSet row, StatementContext context) throws SQLException {
        return new Illustration(
                row.getString("id"),
                place(row),
                Refs.user(row.getString("requester")),
                row.getString("requester_name"),
                Json.read(row.getString("ask"), Ask.class),
                row.getLong("after_position"),
                row.getLong("up_to_position"),
                row.getLong("seed"),
                picked(row.getString("picked")),
                Refs.messageOrNull(row.getString("asked_in")),
                row.getString("event"),
                State.valueOf(row.getString("state")),
                composition(row.getString("composition")),
                row.getString("backend"),
                picture(row.getString("picture")),
                Refs.messageOrNull(row.getString("status")),
                Refs.messages(row.getString("posted")),
                row.getInt("failures"),
                instant(row, "failing_since"),
                row.getBoolean("told"),
                row.getString("ending"),
                Json.strings(row.getString("notes")),
                Instant.ofEpochMilli(row.getLong("accepted")),
                Instant.ofEpochMilli(row.getLong("changed")));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                Refs.channel(row.getString("channel")),
                Refs.channelOrNull(row.getString("parent")),
                Refs.community(row.getString("community")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Composition composition(@Nullable String json) {
        return json == null ? null : Json.read(json, Composition.class);
    }

    private static @Nullable ScenePost picked(@Nullable String json) {
        return json == null ? null : Json.read(json, ScenePost.class);
    }

    private static @Nullable ImageHash picture(@Nullable String hash) {
        return hash == null ? null : new ImageHash(hash);
    }
}

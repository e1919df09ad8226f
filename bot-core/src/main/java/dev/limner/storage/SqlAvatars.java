package dev.limner.storage;

import dev.limner.avatar.Avatar;
import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.avatar.AvatarRepository;
import dev.limner.avatar.ImageHash;
import dev.limner.chat.CommunityRef;
import dev.limner.chat.UserRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** Avatars in {@code avatar}. */
public final class SqlAvatars implements AvatarRepository {
    private static final String COLUMNS =
            "community, name, kind, image, width, height, owner, shared, description, added";
    private static final Comparator<Avatar> BY_NAME =
            Comparator.comparing(avatar -> avatar.name().value());

    private final Database database;

    public SqlAvatars(Database database) {
        this.database = database;
    }

    @Override
    public List<Avatar> list(CommunityRef community) {
        // sorted here: databases disagree on the order of letters
        return select("where community = ?", Refs.stored(community)).stream()
                .sorted(BY_NAME)
                .toList();
    }

    @Override
    public Optional<Avatar> find(CommunityRef community, AvatarName name) {
        return select("where community = ? and name = ?", Refs.stored(community), name.value()).stream()
                .findFirst();
    }

    @Override
    public boolean add(Avatar avatar) {
        return database.writeNow(handle -> handle.execute(
                        "insert into avatar (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (community, name) do nothing",
                        Refs.stored(avatar.community()),
                        avatar.name().value(),
                        avatar.kind().name(),
                        avatar.image().value(),
                        avatar.width(),
                        avatar.height(),
                        Refs.storedOrNull(avatar.owner()),
                        avatar.shared(),
                        avatar.description(),
                        avatar.added().toEpochMilli())
                > 0);
    }

    @Override
    public void update(Avatar avatar) {
        database.writeNow(handle -> handle.execute(
                """
                update avatar set image = ?, width = ?, height = ?, shared = ?, description = ?
                where community = ? and name = ?
                """,
                avatar.image().value(),
                avatar.width(),
                avatar.height(),
                avatar.shared(),
                avatar.description(),
                Refs.stored(avatar.community()),
                avatar.name().value()));
    }

    @Override
    public boolean rename(CommunityRef community, AvatarName from, AvatarName to) {
        return database.writeNow(handle -> handle.execute(
                        """
                        update avatar set name = ? where community = ? and name = ?
                        and not exists (select 1 from avatar as taken where taken.community = ? and taken.name = ?)
                        """, to.value(), Refs.stored(community), from.value(), Refs.stored(community), to.value())
                > 0);
    }

    @Override
    public void remove(CommunityRef community, AvatarName name) {
        database.writeNow(handle -> handle.execute(
                "delete from avatar where community = ? and name = ?", Refs.stored(community), name.value()));
    }

    @Override
    public List<Avatar> ownedBy(UserRef owner) {
        return select("where owner = ?", Refs.stored(owner)).stream()
                .sorted(BY_NAME)
                .toList();
    }

    private List<Avatar> select(String rest, Object... arguments) {
        return database.read(handle -> handle.select("select " + COLUMNS + " from avatar " + rest, arguments)
                .map(SqlAvatars::avatar)
                .list());
    }

    private static Avatar avatar(ResultSet row, StatementContext context) throws SQLException {
        return new Avatar(
                Refs.community(row.getString("community")),
                AvatarKind.valueOf(row.getString("kind")),
                new AvatarName(row.getString("name")),
                new ImageHash(row.getString("image")),
                row.getInt("width"),
                row.getInt("height"),
                Refs.userOrNull(row.getString("owner")),
                row.getBoolean("shared"),
                row.getString("description"),
                Instant.ofEpochMilli(row.getLong("added")));
    }
}

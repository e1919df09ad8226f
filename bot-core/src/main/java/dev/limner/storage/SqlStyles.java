package dev.limner.storage;

import dev.limner.character.Names;
import dev.limner.character.StylePreset;
import dev.limner.character.StyleRepository;
import dev.limner.chat.Scope;
import dev.limner.chat.UserRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** Style presets in {@code style_preset}, which holds each name folded as well. */
public final class SqlStyles implements StyleRepository {
    private static final String COLUMNS = "scope, folded, name, prefix, negative, tags, owner";
    private static final Comparator<StylePreset> BY_NAME = Comparator.comparing(preset -> Names.fold(preset.name()));

    private final Database database;

    public SqlStyles(Database database) {
        this.database = database;
    }

    @Override
    public List<StylePreset> list(Scope scope) {
        return select("where scope = ?", scope.key()).stream().sorted(BY_NAME).toList();
    }

    @Override
    public Optional<StylePreset> find(Scope scope, String name) {
        return select("where scope = ? and folded = ?", scope.key(), Names.fold(name)).stream()
                .findFirst();
    }

    @Override
    public void save(StylePreset preset) {
        database.writeNow(handle -> handle.execute(
                "insert into style_preset (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)" + """
                 on conflict (scope, folded) do update set
                    name = excluded.name,
                    prefix = excluded.prefix,
                    negative = excluded.negative,
                    tags = excluded.tags,
                    owner = excluded.owner
                """,
                preset.scope().key(),
                Names.fold(preset.name()),
                preset.name(),
                preset.prefix(),
                preset.negative(),
                Json.write(preset.tags()),
                Refs.stored(preset.owner())));
    }

    @Override
    public void remove(Scope scope, String name) {
        database.writeNow(handle -> handle.execute(
                "delete from style_preset where scope = ? and folded = ?", scope.key(), Names.fold(name)));
    }

    @Override
    public List<StylePreset> ownedBy(UserRef owner) {
        return select("where owner = ?", Refs.stored(owner));
    }

    private List<StylePreset> select(String rest, Object... arguments) {
        return database.read(handle -> handle.select("select " + COLUMNS + " from style_preset " + rest, arguments)
                .map(SqlStyles::preset)
                .list());
    }

    private static StylePreset preset(ResultSet row, StatementContext context) throws SQLException {
        return new StylePreset(
                Refs.scope(row.getString("scope")),
                row.getString("name"),
                row.getString("prefix"),
                row.getString("negative"),
                Json.strings(row.getString("tags")),
                Refs.user(row.getString("owner")));
    }
}

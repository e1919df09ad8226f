package dev.limner.storage;

import dev.limner.character.CharacterRepository;
import dev.limner.character.Names;
import dev.limner.character.Player;
import dev.limner.character.StateChange;
import dev.limner.character.StoryCharacter;
import dev.limner.chat.Scope;
import dev.limner.chat.UserRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Characters in {@code story_character}, which holds each name folded as well. */
public final class SqlCharacters implements CharacterRepository {
    private static final String COLUMNS =
            "scope, folded, name, aliases, prefix, negative, tags, state, owner, player, player_name," + " proxy";
    private static final Comparator<StoryCharacter> BY_NAME =
            Comparator.comparing(character -> Names.fold(character.name()));

    private final Database database;

    public SqlCharacters(Database database) {
        this.database = database;
    }

    @Override
    public List<StoryCharacter> list(Scope scope) {
        return select("where scope = ?", scope.key());
    }

    @Override
    public Optional<StoryCharacter> find(Scope scope, String name) {
        return select("where scope = ? and folded = ?", scope.key(), Names.fold(name)).stream()
                .findFirst();
    }

    @Override
    public void save(StoryCharacter character) {
        Player player = character.player();
        database.writeNow(handle -> handle.execute(
                "insert into story_character (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" + """
                 on conflict (scope, folded) do update set
                    name = excluded.name,
                    aliases = excluded.aliases,
                    prefix = excluded.prefix,
                    negative = excluded.negative,
                    tags = excluded.tags,
                    state = excluded.state,
                    owner = excluded.owner,
                    player = excluded.player,
                    player_name = excluded.player_name,
                    proxy = excluded.proxy
                """,
                character.scope().key(),
                Names.fold(character.name()),
                character.name(),
                Json.write(character.aliases()),
                character.prefix(),
                character.negative(),
                Json.write(character.tags()),
                character.state(),
                Refs.stored(character.owner()),
                player == null ? null : Refs.stored(player.user()),
                player == null ? null : player.name(),
                character.proxy()));
    }

    @Override
    public void remove(Scope scope, String name) {
        String folded = Names.fold(name);
        database.writeNow(handle -> {
            handle.execute("delete from character_state where scope = ? and folded = ?", scope.key(), folded);
            return handle.execute("delete from story_character where scope = ? and folded = ?", scope.key(), folded);
        });
    }

    @Override
    public void noteState(Scope scope, String name, StateChange change) {
        String folded = Names.fold(name);
        database.writeNow(handle -> {
            handle.execute(
                    "insert into character_state (scope, folded, since, state) values (?, ?, ?, ?)",
                    scope.key(),
                    folded,
                    change.since().toEpochMilli(),
                    change.state());
            return handle.execute("""
                    delete from character_state where scope = ? and folded = ? and since < (
                        select min(since) from (
                            select since from character_state where scope = ? and folded = ?
                            order by since desc limit ?) as newest)
                    """, scope.key(), folded, scope.key(), folded, MOST_STATES);
        });
    }

    @Override
    public List<StateChange> states(Scope scope, String name) {
        return database.read(handle -> handle.select(
                        "select since, state from character_state where scope = ? and folded = ? order by since desc",
                        scope.key(),
                        Names.fold(name))
                .map((row, context) ->
                        new StateChange(Instant.ofEpochMilli(row.getLong("since")), row.getString("state")))
                .list());
    }

    @Override
    public List<StoryCharacter> ownedBy(UserRef owner) {
        return select("where owner = ?", Refs.stored(owner));
    }

    @Override
    public void forgetPlayer(UserRef player) {
        database.writeNow(handle -> handle.execute(
                "update story_character set player = null, player_name = null where player = ?", Refs.stored(player)));
    }

    private List<StoryCharacter> select(String rest, Object... arguments) {
        return database
                .read(handle -> handle.select("select " + COLUMNS + " from story_character " + rest, arguments)
                        .map(SqlCharacters::character)
                        .list())
                .stream()
                .sorted(BY_NAME)
                .toList();
    }

    private static StoryCharacter character(ResultSet row, StatementContext context) throws SQLException {
        return new StoryCharacter(
                Refs.scope(row.getString("scope")),
                row.getString("name"),
                Json.strings(row.getString("aliases")),
                row.getString("prefix"),
                row.getString("negative"),
                Json.strings(row.getString("tags")),
                row.getString("state"),
                Refs.user(row.getString("owner")),
                player(row),
                row.getString("proxy"));
    }

    private static @Nullable Player player(ResultSet row) throws SQLException {
        UserRef user = Refs.userOrNull(row.getString("player"));
        String name = row.getString("player_name");
        return user == null ? null : new Player(user, name == null ? "" : name);
    }
}

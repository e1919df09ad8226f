package dev.limner.storage;

import dev.limner.character.SettingsRepository;
import dev.limner.chat.Scope;
import java.util.HashMap;
import java.util.Map;

/** Settings in {@code setting}. */
public final class SqlSettings implements SettingsRepository {
    private final Database database;

    public SqlSettings(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, String> of(Scope scope) {
        return database.read(handle -> {
            Map<String, String> settings = new HashMap<>();
            handle.select("select name, content from setting where scope = ?", scope.key())
                    .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
            return Map.copyOf(settings);
        });
    }

    @Override
    public void put(Scope scope, String key, String value) {
        database.writeNow(handle -> handle.execute(
                "insert into setting (scope, name, content) values (?, ?, ?)"
                        + " on conflict (scope, name) do update set content = excluded.content",
                scope.key(),
                key,
                value));
    }

    @Override
    public void remove(Scope scope, String key) {
        database.writeNow(
                handle -> handle.execute("delete from setting where scope = ? and name = ?", scope.key(), key));
    }
}

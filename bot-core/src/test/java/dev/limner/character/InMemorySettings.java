package dev.limner.character;

import dev.limner.chat.Scope;
import java.util.HashMap;
import java.util.Map;

/** Settings for as long as a test runs. */
public final class InMemorySettings implements SettingsRepository {
    private final Map<Scope, Map<String, String>> settings = new HashMap<>();

    @Override
    public synchronized Map<String, String> of(Scope scope) {
        return Map.copyOf(settings.getOrDefault(scope, Map.of()));
    }

    @Override
    public synchronized void put(Scope scope, String key, String value) {
        settings.computeIfAbsent(scope, s -> new HashMap<>()).put(key, value);
    }

    @Override
    public synchronized void remove(Scope scope, String key) {
        settings.getOrDefault(scope, new HashMap<>()).remove(key);
    }
}

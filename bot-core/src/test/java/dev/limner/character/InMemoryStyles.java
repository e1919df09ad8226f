package dev.limner.character;

import dev.limner.chat.Scope;
import dev.limner.chat.UserRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Style presets for as long as a test runs. */
public final class InMemoryStyles implements StyleRepository {
    private final Map<Scope, Map<String, StylePreset>> presets = new HashMap<>();

    @Override
    public synchronized List<StylePreset> list(Scope scope) {
        return List.copyOf(presets.getOrDefault(scope, Map.of()).values());
    }

    @Override
    public synchronized Optional<StylePreset> find(Scope scope, String name) {
        return Optional.ofNullable(presets.getOrDefault(scope, Map.of()).get(Names.fold(name)));
    }

    @Override
    public synchronized void save(StylePreset preset) {
        presets.computeIfAbsent(preset.scope(), scope -> new TreeMap<>()).put(Names.fold(preset.name()), preset);
    }

    @Override
    public synchronized void remove(Scope scope, String name) {
        presets.getOrDefault(scope, new HashMap<>()).remove(Names.fold(name));
    }

    @Override
    public synchronized List<StylePreset> ownedBy(UserRef owner) {
        return presets.values().stream()
                .flatMap(ofScope -> ofScope.values().stream())
                .filter(preset -> preset.owner().equals(owner))
                .toList();
    }
}

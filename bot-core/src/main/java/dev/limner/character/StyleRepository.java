package dev.limner.character;

import dev.limner.chat.Scope;
import dev.limner.chat.UserRef;
import java.util.List;
import java.util.Optional;

/** Where style presets are kept. Names are compared by {@link Names#fold}. Thread-safe; blocks; durable on return. */
public interface StyleRepository {

    /** Of one scope alone, by name. */
    List<StylePreset> list(Scope scope);

    Optional<StylePreset> find(Scope scope, String name);

    /** Adds, or replaces the one of the same name. */
    void save(StylePreset preset);

    void remove(Scope scope, String name);

    /** Of one person in all scopes, in no particular order. */
    List<StylePreset> ownedBy(UserRef owner);
}

package dev.limner.character;

import dev.limner.chat.Scope;
import java.util.Map;

/** Settings by scope, as text by key. Thread-safe; blocks; durable on return. */
public interface SettingsRepository {

    /** What is set for one scope alone. */
    Map<String, String> of(Scope scope);

    void put(Scope scope, String key, String value);

    void remove(Scope scope, String key);
}

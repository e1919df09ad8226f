package dev.limner.gateway.api;

import dev.limner.character.Styles;
import dev.limner.gateway.desk.Caller;
import java.util.List;
import java.util.Map;

/** The style presets of the channel that a key is bound to, as this API's clients know them. Thread-safe; blocks. */
final class Presets {
    private final Styles styles;

    Presets(Styles styles) {
        this.styles = styles;
    }

    List<Map<String, String>> list(Caller caller) {
        return styles.list(caller.stagePlace()).stream()
                .map(preset ->
                        Map.of("name", preset.name(), "prompt", preset.prefix(), "negative_prompt", preset.negative()))
                .toList();
    }

    boolean has(Caller caller, String name) {
        return styles.find(caller.stagePlace(), name).isPresent();
    }
}

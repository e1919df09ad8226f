package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a server offers of one kind, such as samplers; names that differ in spelling only are one. */
final class OfferedNames {
    private final Map<String, String> spellings = new LinkedHashMap<>();

    private OfferedNames() {}

    /** @param list objects with {@code name}, {@code label} and {@code aliases}, or bare names */
    static OfferedNames of(JsonNode list) {
        OfferedNames names = new OfferedNames();
        for (JsonNode entry : list) {
            String name =
                    entry.isTextual() ? entry.asText() : entry.path("name").asText("");
            if (name.isEmpty()) {
                continue;
            }
            names.add(name, name);
            names.add(entry.path("label").asText(""), name);
            for (JsonNode alias : entry.path("aliases")) {
                names.add(alias.asText(""), name);
            }
        }
        return names;
    }

    boolean isEmpty() {
        return spellings.isEmpty();
    }

    /** As the server spells it; empty when it does not offer it. */
    Optional<String> find(String name) {
        return Optional.ofNullable(spellings.get(key(name)));
    }

    private void add(String alias, String name) {
        if (!alias.isEmpty()) {
            spellings.putIfAbsent(key(alias), name);
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}

package dev.limner.character;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be set for a channel. */
public enum SettingKey {
    BACKEND,
    MODEL,
    SIZE,
    SPOILER,
    RETENTION,
    METADATA,
    DRAW_ROLES;

    /** As people type it and as it is stored, such as {@code draw-roles}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<SettingKey> of(String word) {
        return Arrays.stream(values())
                .filter(key -> key.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All of them, for messages. */
    static String known() {
        return Arrays.stream(values()).map(SettingKey::word).collect(Collectors.joining(", "));
    }
}

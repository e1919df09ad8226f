package dev.limner.character;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks a character to be. What is null was not given and stays as it is; an empty text takes away what
 * was there.
 *
 * @param aliases comma-separated
 * @param tags avatar tags, with blanks or commas between them
 */
public record CharacterOptions(
        String name,
        @Nullable String prefix,
        @Nullable String negative,
        @Nullable String aliases,
        @Nullable String tags,
        @Nullable Player player,
        @Nullable String proxy) {}

package dev.limner.prompt;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import org.jspecify.annotations.Nullable;

/**
 * What composition knows of an avatar.
 *
 * @param description may be empty
 * @param owner null when it belongs to the moderators
 * @param shared whether anybody may name it in story text
 */
public record AvatarSheet(
        AvatarKind kind,
        AvatarName name,
        String description,
        @Nullable String owner,
        boolean shared) {}

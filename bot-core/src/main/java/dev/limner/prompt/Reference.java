package dev.limner.prompt;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;

/**
 * An avatar that is to condition the picture.
 *
 * @param weight above 0, at most 1
 * @param from who asked for it, such as {@code character Mira}
 */
public record Reference(AvatarKind kind, AvatarName name, double weight, String from) {}

package dev.limner.avatar;

import java.util.Locale;

/** What of a reference image is to be followed. */
public enum AvatarKind {
    FACE,
    STYLE;

    /** As it stands in a tag: {@code face}, {@code style}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

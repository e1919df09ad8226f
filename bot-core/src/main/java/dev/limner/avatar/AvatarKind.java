package dev.limner.avatar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a tag asks for: that something of a reference image is followed, or that a network is used. */
public enum AvatarKind {
    FACE,
    STYLE,
    /** A LoRA that the operator listed; no image. */
    LORA,
    /** A textual inversion that the operator listed; no image. */
    EMBEDDING;

    /** For people to read, as in "the LoRA ink". */
    public String noun() {
        return switch (this) {
            case FACE, STYLE -> word() + " avatar";
            case LORA -> "LoRA";
            case EMBEDDING -> word();
        };
    }

    /** As it stands in a tag: {@code face}, {@code style}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether people add such avatars themselves, with an image; otherwise the operator lists them. */
    public boolean isImage() {
        return this == FACE || this == STYLE;
    }

    /** Those that have an image. */
    public static List<AvatarKind> images() {
        return Arrays.stream(values()).filter(AvatarKind::isImage).toList();
    }
}

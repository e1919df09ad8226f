package dev.limner.prompt;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.avatar.ListedNetworks;
import java.util.List;
import java.util.stream.Stream;
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
        boolean shared) {

    /** Sheets of what the operator listed, which everybody may name. */
    public static List<AvatarSheet> of(ListedNetworks listed) {
        return Stream.of(AvatarKind.LORA, AvatarKind.EMBEDDING)
                .flatMap(kind ->
                        listed.of(kind).keySet().stream().map(name -> new AvatarSheet(kind, name, "", null, true)))
                .toList();
    }

    /** Whether somebody may name it in a text: its owner, anybody where it is shared; none but moderators else. */
    boolean mayBeNamedBy(@Nullable String who) {
        return !kind.isImage() || (owner != null && (shared || owner.equals(who)));
    }
}

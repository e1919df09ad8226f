package dev.limner.image;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.ImageHash;
import dev.limner.prompt.Reference;
import dev.limner.prompt.markup.BackendCommands;
import dev.limner.prompt.text.PlainCharacters;
import dev.limner.prompt.text.Tidy;

/**
 * A reference with its bytes, which are not to be changed.
 *
 * @param hash of the bytes: taking it of a large image costs more than asking for a picture does
 * @param description what stands in for the image where it cannot go; may be empty
 */
public record ReferenceImage(Reference reference, ImageHash hash, byte[] bytes, String mediaType, String description) {
    private static final String CHARACTER = "character ";

    /** Of bytes that nobody has taken the hash of yet. */
    public ReferenceImage(Reference reference, byte[] bytes, String mediaType, String description) {
        this(reference, ImageHash.of(bytes), bytes, mediaType, description);
    }

    public ReferenceImage(Reference reference, byte[] bytes, String mediaType) {
        this(reference, bytes, mediaType, "");
    }

    public AvatarKind kind() {
        return reference.kind();
    }

    /** 0 to 1, as the tag says. */
    public double weight() {
        return reference.weight();
    }

    /** Such as {@code face mira}, for people to read. */
    public String label() {
        return reference.kind().word() + " " + reference.name();
    }

    /** Whom the image shows: the character it was given to, otherwise the avatar's own name. */
    public String subject() {
        String from = reference.from();
        String character = from.startsWith(CHARACTER) ? from.substring(CHARACTER.length()) : "";
        String harmless = Tidy.tidy(BackendCommands.inGiven(PlainCharacters.clean(character), false));
        return harmless.isEmpty() ? reference.name().value() : harmless;
    }
}

package dev.limner.image;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import dev.limner.avatar.ListedNetworks;
import dev.limner.prompt.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A LoRA or a textual inversion that the operator listed, and a tag asked for.
 *
 * @param name as tags name it
 * @param file as the server names it; its ending and folder may be missing
 * @param weight above 0, at most 1
 */
public record Network(Kind kind, AvatarName name, String file, double weight) {

    /** What kind of file it is. */
    public enum Kind {
        LORA("LoRA"),
        EMBEDDING("embedding");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** What a tag of that kind asks for; empty for images. */
        public static Optional<Kind> of(AvatarKind kind) {
            return switch (kind) {
                case LORA -> Optional.of(LORA);
                case EMBEDDING -> Optional.of(EMBEDDING);
                case FACE, STYLE -> Optional.empty();
            };
        }
    }

    /** What a reference to a network asks for; empty when the operator no longer lists it, and for images. */
    public static Optional<Network> of(Reference reference, ListedNetworks listed) {
        return Kind.of(reference.kind())
                .flatMap(kind -> listed.file(reference.kind(), reference.name())
                        .map(file -> new Network(kind, reference.name(), file, reference.weight())));
    }

    /** Everything that is listed, at full weight. */
    static List<Network> all(ListedNetworks listed) {
        List<Network> all = new ArrayList<>();
        listed.loras().forEach((name, file) -> all.add(new Network(Kind.LORA, name, file, 1)));
        listed.embeddings().forEach((name, file) -> all.add(new Network(Kind.EMBEDDING, name, file, 1)));
        return all;
    }

    /** Such as {@code LoRA inkpen}, for people to read. */
    public String label() {
        return kind.word() + " " + name;
    }
}

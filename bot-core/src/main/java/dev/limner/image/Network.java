package dev.limner.image;

import dev.limner.avatar.AvatarName;

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
    }

    /** Such as {@code LoRA inkpen}, for people to read. */
    public String label() {
        return kind.word() + " " + name;
    }
}

package dev.limner.prompt.markup;

/** Reads signs of full width like the narrow ones that they stand for. */
final class Narrow {
    private Narrow() {}

    /** The narrow form of full-width letters, signs and brackets. */
    static char of(char c) {
        if (c < 0x3010) {
            return c;
        }
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '\u3010', '\u3014', '\u3016', '\u301A' -> '[';
            case '\u3011', '\u3015', '\u3017', '\u301B' -> ']';
            default -> c;
        };
    }
}

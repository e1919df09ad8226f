package dev.limner.chat;

/** At most {@code max} of a unit. */
public record TextLimit(int max, LengthUnit unit) {
    public TextLimit {
        if (max < 1) {
            throw new IllegalArgumentException("a limit of " + max);
        }
    }

    public boolean fits(CharSequence text) {
        return unit.lengthOf(text) <= max;
    }
}

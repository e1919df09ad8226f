package dev.limner.chat;

import java.util.regex.Pattern;

/** Which chat platform an id belongs to, such as {@code discord}: 1 to 16 lower-case letters. */
public record PlatformId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z]{1,16}");

    public PlatformId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a platform id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

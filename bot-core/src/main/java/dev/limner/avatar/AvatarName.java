package dev.limner.avatar;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of an avatar, normalised (NFKC, lower case), so that names that read alike are one: 1 to 32 characters
 * (code points), letters and digits of any script, {@code _} and {@code -}.
 */
public record AvatarName(String value) {
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}_-]+");
    private static final int LONGEST = 32;

    public AvatarName {
        value = Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int length = value.codePointCount(0, value.length());
        if (length < 1 || length > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an avatar's name is one word of 1 to 32 letters, digits, _ or -, such as mira");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.limner.image.storyboard;

import java.util.Locale;

/** The letter that stands for somebody. */
final class Initial {
    private Initial() {}

    /** The first letter or digit, whatever decorates the name; else its first sign. */
    static String of(String name) {
        int sign = name.codePoints()
                .filter(Character::isLetterOrDigit)
                .findFirst()
                .orElse(name.isEmpty() ? '?' : name.codePointAt(0));
        return Character.toString(sign).toUpperCase(Locale.ROOT);
    }
}

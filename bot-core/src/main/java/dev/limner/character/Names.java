package dev.limner.character;

import java.text.Normalizer;
import java.util.Locale;

/** When two names are the same. */
public final class Names {
    private Names() {}

    /** The form in which names of characters and presets are compared: NFKC, blanks collapsed, lower case. */
    public static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** A name that was not found, short and on one line, to be repeated to whoever gave it. */
    static String excerpt(String name) {
        String line = name.replaceAll("[\\p{C}\\s]+", " ").strip();
        int end = line.offsetByCodePoints(0, Math.min(60, line.codePointCount(0, line.length())));
        return end < line.length() ? line.substring(0, end) + "..." : line;
    }
}

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
}

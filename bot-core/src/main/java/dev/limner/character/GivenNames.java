package dev.limner.character;

import dev.limner.input.RefusedException;
import dev.limner.input.UserText;
import java.util.regex.Pattern;

/** Reads the names that people give to characters and presets. */
final class GivenNames {
    private static final int LONGEST = 60;
    private static final Pattern SHAPE =
            Pattern.compile("[\\p{L}\\p{M}\\p{N} '’.\\-]*[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} '’.\\-]*");

    private GivenNames() {}

    /** @param what as in "a character's name" */
    static String parse(String what, String text) throws RefusedException {
        String name = UserText.name(what, text, LONGEST);
        if (!SHAPE.matcher(name).matches()) {
            throw new RefusedException(what + " is 1 to " + LONGEST
                    + " letters, digits, blanks and any of ' . - with at least one letter or digit. Take another.");
        }
        return name;
    }
}

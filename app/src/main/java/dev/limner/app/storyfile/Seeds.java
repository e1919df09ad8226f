package dev.limner.app.storyfile;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The seed of a story file that names none: the same for the same content. */
final class Seeds {
    private Seeds() {}

    /** @return 0 to 2^32 - 1 */
    static long of(String content) {
        CRC32 sum = new CRC32();
        sum.update(content.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}

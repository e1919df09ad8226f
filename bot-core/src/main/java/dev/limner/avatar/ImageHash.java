package dev.limner.avatar;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 of an image's bytes, as 64 lower-case hexadecimal digits: the name under which it is stored. */
public record ImageHash(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public ImageHash {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an image hash");
        }
    }

    public static ImageHash of(byte[] bytes) {
        try {
            return new ImageHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

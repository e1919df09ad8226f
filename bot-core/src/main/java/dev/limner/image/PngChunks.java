package dev.limner.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A PNG file as its chunks: length, type, data, checksum. */
final class PngChunks {
    /** What decoding needs, and what says how colours are meant. Text, times, Exif and all unknown chunks are left out. */
    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs");

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;

    private PngChunks() {}

    static byte[] withoutMetadata(byte[] png) throws UnusablePictureException {
        ByteBuffer in = ByteBuffer.wrap(png);
        Excerpt kept = new Excerpt(png);
        kept.keep(0, SIGNATURE);
        int at = SIGNATURE;
        while (at + FRAME <= png.length) {
            long end = at + (long) FRAME + Integer.toUnsignedLong(in.getInt(at));
            if (end > png.length) {
                break;
            }
            String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (KEPT.contains(type)) {
                kept.keep(at, (int) end);
            }
            if (type.equals("IEND")) {
                return kept.bytes();
            }
            at = (int) end;
        }
        throw UnusablePictureException.cutOff("PNG");
    }
}

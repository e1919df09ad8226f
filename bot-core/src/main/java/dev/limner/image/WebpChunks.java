package dev.limner.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A WebP file as its RIFF chunks: type, length (little-endian), data, padded to an even length. */
final class WebpChunks {
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final int HEADER = 12;
    private static final int FRAME = 8;
    private static final int SIZE_AT = 4;
    /** The flags of {@code VP8X} that announce Exif and XMP. */
    private static final int METADATA_FLAGS = 0x08 | 0x04;

    private WebpChunks() {}

    static byte[] withoutMetadata(byte[] webp) throws UnusablePictureException {
        if (webp.length < HEADER) {
            throw UnusablePictureException.cutOff("WebP");
        }
        ByteBuffer in = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        long fileEnd = FRAME + Integer.toUnsignedLong(in.getInt(SIZE_AT));
        if (fileEnd > webp.length + 1L) {
            throw UnusablePictureException.cutOff("WebP");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(webp.length);
        out.write(webp, 0, HEADER);
        int at = HEADER;
        while (at + FRAME <= Math.min(fileEnd, webp.length)) {
            long size = Integer.toUnsignedLong(in.getInt(at + SIZE_AT));
            if (at + FRAME + size > webp.length) {
                throw UnusablePictureException.cutOff("WebP");
            }
            copy(webp, at, (int) size, out);
            at += FRAME + (int) size + (int) (size & 1);
        }
        byte[] stripped = out.toByteArray();
        ByteBuffer.wrap(stripped).order(ByteOrder.LITTLE_ENDIAN).putInt(SIZE_AT, stripped.length - FRAME);
        return stripped;
    }

    private static void copy(byte[] webp, int at, int size, ByteArrayOutputStream out) {
        String type = new String(webp, at, 4, StandardCharsets.ISO_8859_1);
        if (!KEPT.contains(type)) {
            return;
        }
        byte[] chunk = new byte[FRAME + size + (size & 1)];
        System.arraycopy(webp, at, chunk, 0, FRAME + size);
        if (type.equals("VP8X") && size > 0) {
            chunk[FRAME] &= (byte) ~METADATA_FLAGS;
        }
        out.writeBytes(chunk);
    }
}

package dev.limner.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        Excerpt kept = new Excerpt(webp);
        kept.keep(0, HEADER);
        List<Integer> flagsAt = new ArrayList<>();
        int at = HEADER;
        while (at + FRAME <= Math.min(fileEnd, webp.length)) {
            long size = Integer.toUnsignedLong(in.getInt(at + SIZE_AT));
            if (at + FRAME + size > webp.length) {
                throw UnusablePictureException.cutOff("WebP");
            }
            int end = at + FRAME + (int) (size + (size & 1));
            String type = new String(webp, at, 4, StandardCharsets.ISO_8859_1);
            if (KEPT.contains(type)) {
                if (type.equals("VP8X") && size > 0) {
                    flagsAt.add(kept.size() + FRAME);
                }
                kept.keep(at, Math.min(end, webp.length));
            }
            at = end;
        }
        return sound(kept.bytes(), webp, flagsAt);
    }

    /** With the length, and the announcements, of what is left; the file itself where these were right. */
    private static byte[] sound(byte[] kept, byte[] webp, List<Integer> flagsAt) {
        int length = kept.length + (kept.length & 1);
        int told = ByteBuffer.wrap(kept).order(ByteOrder.LITTLE_ENDIAN).getInt(SIZE_AT);
        boolean announces = flagsAt.stream().anyMatch(at -> (kept[at] & METADATA_FLAGS) != 0);
        if (length == kept.length && told == length - FRAME && !announces) {
            return kept;
        }
        byte[] sound = kept == webp || length > kept.length ? Arrays.copyOf(kept, length) : kept;
        ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).putInt(SIZE_AT, length - FRAME);
        flagsAt.forEach(at -> sound[at] &= (byte) ~METADATA_FLAGS);
        return sound;
    }
}

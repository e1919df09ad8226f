package dev.limner.image;

import java.nio.charset.StandardCharsets;

/** A JPEG file as its segments, and the entropy-coded data between them. */
final class JpegSegments {
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APP0 = 0xE0;
    private static final int APP2 = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int STUFFING = 0x00;
    private static final int FILL = 0xFF;

    private JpegSegments() {}

    static byte[] withoutMetadata(byte[] jpeg) throws UnusablePictureException {
        Excerpt kept = new Excerpt(jpeg);
        kept.keep(0, 2);
        int at = 2;
        while (at + 1 < jpeg.length) {
            int marked = nextMarker(jpeg, at);
            if (marked > at) {
                kept.keep(at, marked);
                at = marked;
                continue;
            }
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == END_OF_IMAGE) {
                kept.keep(at, at + 2);
                return kept.bytes();
            }
            if (at + 3 >= jpeg.length) {
                break;
            }
            int end = at + 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
            if (end > jpeg.length) {
                break;
            }
            if (isKept(jpeg, marker, at)) {
                kept.keep(at, end);
            }
            at = end;
        }
        throw UnusablePictureException.cutOff("JPEG");
    }

    /** Where the next marker stands, or the last byte, behind which there can be none. */
    private static int nextMarker(byte[] jpeg, int from) {
        int at = from;
        while (at + 1 < jpeg.length && !isMarker(jpeg, at)) {
            at++;
        }
        return at;
    }

    /** Within entropy-coded data 0xFF is followed by 0x00, or stands for a restart, which carries no length. */
    private static boolean isMarker(byte[] jpeg, int at) {
        int next = jpeg[at + 1] & 0xFF;
        boolean restart = next >= FIRST_RESTART && next <= LAST_RESTART;
        return (jpeg[at] & 0xFF) == FILL && next != STUFFING && next != FILL && !restart;
    }

    /** JFIF, colour profiles and Adobe's colour transform say how to decode; the other APPn segments do not. */
    private static boolean isKept(byte[] jpeg, int marker, int at) {
        if (marker == COMMENT) {
            return false;
        }
        if (marker < APP0 || marker > APP15) {
            return true;
        }
        return switch (marker) {
            case APP0, ADOBE -> true;
            case APP2 -> holds(jpeg, at + 4, "ICC_PROFILE");
            default -> false;
        };
    }

    private static boolean holds(byte[] jpeg, int at, String text) {
        int length = text.length();
        return at + length <= jpeg.length && new String(jpeg, at, length, StandardCharsets.ISO_8859_1).equals(text);
    }
}

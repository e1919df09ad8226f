package dev.limner.image;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The formats that pictures come in. */
enum PictureType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpeg"),
    WEBP("image/webp", "webp");

    private final String mediaType;
    private final String format;

    PictureType(String mediaType, String format) {
        this.mediaType = mediaType;
        this.format = format;
    }

    String mediaType() {
        return mediaType;
    }

    /** As {@link javax.imageio.ImageIO} names it. */
    String format() {
        return format;
    }

    /** By content; names and headers are not to be trusted. */
    static Optional<PictureType> of(byte[] bytes) {
        if (startsWith(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (startsWith(bytes, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (startsWith(bytes, 0, "RIFF") && startsWith(bytes, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        return Optional.empty();
    }

    /**
     * The same picture without what programs write beside it: prompts, settings, camera data, comments. Pixels and
     * colours stay as they are, as does every byte of the compressed picture.
     *
     * @throws UnusablePictureException when the file ends before the picture does
     */
    byte[] withoutMetadata(byte[] bytes) throws UnusablePictureException {
        return switch (this) {
            case PNG -> PngChunks.withoutMetadata(bytes);
            case JPEG -> JpegSegments.withoutMetadata(bytes);
            case WEBP -> WebpChunks.withoutMetadata(bytes);
        };
    }

    private static boolean startsWith(byte[] bytes, int at, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }
}

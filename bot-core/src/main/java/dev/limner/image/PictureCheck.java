package dev.limner.image;

import dev.limner.image.UnusablePictureException.Fault;

/**
 * Turns bytes from a server into a {@link Picture}: PNG, JPEG or WebP by content, of a size that is decoded here,
 * complete. Thread-safe.
 */
public final class PictureCheck {
    /** A check keeps about as many pixels of the picture as this, however large it is. */
    private static final long PIXELS_KEPT = 1_000_000;

    private PictureCheck() {}

    /** @throws UnusablePictureException when it is empty, of another format, too large or broken */
    public static Picture of(byte[] bytes) throws UnusablePictureException {
        if (bytes.length == 0) {
            throw new UnusablePictureException(Fault.EMPTY, "the picture is empty");
        }
        PictureType type = typeOf(bytes);
        byte[] bare = type.withoutMetadata(bytes);
        try (PictureDecoder decoder = PictureDecoder.open(bare, type)) {
            int width = decoder.width();
            int height = decoder.height();
            int step = (int) Math.ceil(Math.sqrt((double) width * height / PIXELS_KEPT));
            decoder.decode(Math.max(1, step));
            return new Picture(bytes, type.mediaType(), width, height);
        }
    }

    /** The picture of bytes that were checked before, such as stored ones: its pixels are not looked at again. */
    public static Picture checkedBefore(byte[] bytes) throws UnusablePictureException {
        PictureType type = typeOf(bytes);
        try (PictureDecoder decoder = PictureDecoder.open(bytes, type)) {
            return new Picture(bytes, type.mediaType(), decoder.width(), decoder.height());
        }
    }

    /**
     * The same pixels without prompts, settings, camera data and comments, none of which is anybody's business where
     * the picture is posted. Nothing is copied where there is none of it.
     */
    public static Picture withoutMetadata(Picture picture) throws UnusablePictureException {
        byte[] bare = typeOf(picture.bytes()).withoutMetadata(picture.bytes());
        return new Picture(bare, picture.mediaType(), picture.width(), picture.height());
    }

    private static PictureType typeOf(byte[] bytes) throws UnusablePictureException {
        return PictureType.of(bytes)
                .orElseThrow(() -> new UnusablePictureException(
                        Fault.UNKNOWN_TYPE, "the file is neither a PNG, a JPEG nor a WebP picture"));
    }
}

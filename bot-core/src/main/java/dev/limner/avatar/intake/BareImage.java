package dev.limner.avatar.intake;

/**
 * A file reduced to what its picture needs, and what its header says of it.
 *
 * @param bytes the file is in the first {@code length} of these
 * @param format the name that ImageIO knows its reader by
 * @param width as stored, before orientation, pixels
 * @param height as stored, before orientation, pixels
 * @param losslessEnd behind the data of lossless WebP, which the file begins with; 0 when it has none
 * @param pixelBytes about how much memory a pixel takes while it is decoded
 */
record BareImage(
        byte[] bytes,
        int length,
        int losslessEnd,
        String format,
        int width,
        int height,
        int pixelBytes,
        Orientation orientation) {

    long pixels() {
        return (long) width * height;
    }
}

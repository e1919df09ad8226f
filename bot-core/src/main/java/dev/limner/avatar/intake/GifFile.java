package dev.limner.avatar.intake;

/**
 * Reduces a GIF to its first frame (GIF89a specification). Comments go, and what follows the frame is not even looked
 * at, so that the number of frames is no matter.
 */
final class GifFile {
    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int IMAGE = 0x2c;
    private static final byte TRAILER = 0x3b;
    private static final int SIGNATURE_AND_SCREEN_SIZE = 10;
    private static final int BACKGROUND_AND_ASPECT = 2;
    private static final int FRAME_OFFSET = 4;

    private GifFile() {}

    static BareImage reduce(byte[] file) throws BrokenImageException {
        Sieve sieve = new Sieve(file);
        sieve.skip(SIGNATURE_AND_SCREEN_SIZE);
        int screen = sieve.u8();
        sieve.skip(BACKGROUND_AND_ASPECT + colourTableSize(screen));
        sieve.keep(0, sieve.position());
        skipToImage(sieve);
        int start = sieve.position() - 1;
        sieve.skip(FRAME_OFFSET);
        int width = sieve.u16LittleEndian();
        int height = sieve.u16LittleEndian();
        int frame = sieve.u8();
        sieve.skip(colourTableSize(frame) + 1);
        skipSubBlocks(sieve);
        sieve.keep(start, sieve.position());
        if (sieve.remaining() > 0) {
            sieve.skip(1);
            sieve.put(TRAILER);
        }
        return new BareImage(file, sieve.kept(), 0, "gif", width, height, 1, Orientation.UPRIGHT);
    }

    /** Stops behind the mark of the first image. Of the extensions, the one that tells the transparent colour is kept. */
    private static void skipToImage(Sieve sieve) throws BrokenImageException {
        boolean controlled = false;
        for (int mark = sieve.u8(); mark != IMAGE; mark = sieve.u8()) {
            if (mark != EXTENSION) {
                throw new BrokenImageException("no image");
            }
            int start = sieve.position() - 1;
            int label = sieve.u8();
            skipSubBlocks(sieve);
            if (label == GRAPHIC_CONTROL && !controlled) {
                sieve.keep(start, sieve.position());
                controlled = true;
            }
        }
    }

    private static void skipSubBlocks(Sieve sieve) throws BrokenImageException {
        for (int length = sieve.u8(); length > 0; length = sieve.u8()) {
            sieve.skip(length);
        }
    }

    /** Bytes, from the packed fields of a screen or a frame. */
    private static int colourTableSize(int packed) {
        return (packed & 0x80) == 0 ? 0 : 3 << (packed & 7) + 1;
    }
}

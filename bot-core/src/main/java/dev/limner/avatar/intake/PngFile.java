package dev.limner.avatar.intake;

import java.util.Set;

/**
 * Reduces a PNG to its header, palette, transparency and image data (PNG specification, third edition, clauses 5 and
 * 11). Text and colour profiles go: they can inflate to any size. Checksums are verified, so damage is found here.
 */
final class PngFile {
    private static final int SIGNATURE = 8;
    private static final Set<String> NEEDED = Set.of("PLTE", "tRNS", "IDAT");

    private PngFile() {}

    static BareImage reduce(byte[] file) throws BrokenImageException {
        Sieve sieve = new Sieve(file);
        sieve.skip(SIGNATURE);
        sieve.keep(0, SIGNATURE);
        if (sieve.u32() != 13 || !sieve.ascii(4).equals("IHDR")) {
            throw new BrokenImageException("no header");
        }
        int width = side(sieve.u32());
        int height = side(sieve.u32());
        int depth = sieve.u8();
        int colour = sieve.u8();
        sieve.moveTo(SIGNATURE);
        chunk(sieve);
        boolean data = false;
        String type;
        do {
            type = chunk(sieve);
            data |= type.equals("IDAT");
        } while (!type.equals("IEND"));
        if (!data) {
            throw new BrokenImageException("no image data");
        }
        return new BareImage(
                file,
                sieve.kept(),
                0,
                "png",
                width,
                height,
                channels(colour) * (depth == 16 ? 2 : 1),
                Orientation.UPRIGHT);
    }

    /** Reads one chunk and keeps it when it is needed. @return its type */
    private static String chunk(Sieve sieve) throws BrokenImageException {
        int start = sieve.position();
        long length = sieve.u32();
        String type = sieve.ascii(4);
        sieve.skip(length);
        int end = sieve.position();
        if (sieve.u32() != sieve.crc(start + 4, end)) {
            throw new BrokenImageException("a checksum does not fit");
        }
        boolean critical = Character.isUpperCase(type.charAt(0));
        if (critical || NEEDED.contains(type)) {
            sieve.keep(start, end + 4);
        }
        return type;
    }

    private static int side(long value) throws BrokenImageException {
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new BrokenImageException("no size");
        }
        return (int) value;
    }

    private static int channels(int colourType) throws BrokenImageException {
        return switch (colourType) {
            case 0, 4 -> 2;
            case 2, 6 -> 4;
            case 3 -> 1;
            default -> throw new BrokenImageException("no such kind of colour");
        };
    }
}

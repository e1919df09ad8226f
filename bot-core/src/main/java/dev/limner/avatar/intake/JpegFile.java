package dev.limner.avatar.intake;

import dev.limner.input.RefusedException;

/**
 * Reduces a JPEG to its tables, frame and scans (ITU-T T.81, annex B). Comments, profiles and thumbnails go; of the
 * application segments JFIF and Adobe stay, which tell how colours are coded, and EXIF is asked for the orientation.
 */
final class JpegFile {
    /** Encoders make about ten. Each costs a pass over the whole image, so that thousands are an attack on time. */
    private static final int MOST_SCANS = 100;

    private static final int SOF0 = 0xc0;
    private static final int SOF2 = 0xc2;
    private static final int SOF15 = 0xcf;
    private static final int DHT = 0xc4;
    private static final int JPG = 0xc8;
    private static final int DAC = 0xcc;
    private static final int RST0 = 0xd0;
    private static final int RST7 = 0xd7;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int DQT = 0xdb;
    private static final int DRI = 0xdd;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;

    private final byte[] file;
    private final Sieve sieve;
    private int width;
    private int height;
    private int components;
    private int scans;
    private boolean exifRead;
    private Orientation orientation = Orientation.UPRIGHT;

    private JpegFile(byte[] file) {
        this.file = file;
        this.sieve = new Sieve(file);
    }

    static BareImage reduce(byte[] file) throws BrokenImageException, RefusedException {
        return new JpegFile(file).reduce();
    }

    private BareImage reduce() throws BrokenImageException, RefusedException {
        sieve.skip(2);
        sieve.keep(0, 2);
        int marker = marker();
        while (marker != EOI) {
            segment(marker);
            marker = marker();
        }
        sieve.keep(sieve.position() - 2, sieve.position());
        if (scans == 0) {
            throw new BrokenImageException("no image data");
        }
        return new BareImage(file, sieve.kept(), 0, "jpeg", width, height, Math.max(3, components), orientation);
    }

    private int marker() throws BrokenImageException {
        if (sieve.u8() != 0xff) {
            throw new BrokenImageException("no marker where one belongs");
        }
        int marker = sieve.u8();
        while (marker == 0xff) {
            marker = sieve.u8();
        }
        return marker;
    }

    private void segment(int marker) throws BrokenImageException, RefusedException {
        int start = sieve.position() - 2;
        int body = sieve.position() + 2;
        int length = sieve.u16();
        if (length < 2) {
            throw new BrokenImageException("a segment without a length");
        }
        sieve.skip(length - 2L);
        int end = sieve.position();
        if (isFrame(marker)) {
            frame(marker, body);
        } else if (marker == APP1) {
            exif(body, end);
        } else if (marker == SOS) {
            scan();
        }
        if (isNeeded(marker, body, end)) {
            sieve.keep(start, sieve.position());
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
    }

    private boolean isNeeded(int marker, int body, int end) {
        return switch (marker) {
            case DHT, DQT, DRI, SOS -> true;
            case APP0 -> starts(body, end, "JFIF\0");
            case APP14 -> starts(body, end, "Adobe");
            default -> isFrame(marker);
        };
    }

    private void frame(int marker, int body) throws BrokenImageException, RefusedException {
        int end = sieve.position();
        if (width != 0) {
            throw new BrokenImageException("two frames");
        }
        sieve.moveTo(body);
        int precision = sieve.u8();
        height = sieve.u16();
        width = sieve.u16();
        components = sieve.u8();
        sieve.moveTo(end);
        if (marker > SOF2 || precision != 8) {
            throw new RefusedException(
                    "The file is a JPEG of a rare kind (lossless, arithmetic or 12 bits). Save it as an ordinary JPEG"
                            + " or a PNG and send that.");
        }
        if (width == 0 || height == 0) {
            throw new BrokenImageException("no size");
        }
    }

    private void exif(int body, int end) {
        if (starts(body, end, "Exif\0\0") && !exifRead) {
            exifRead = true;
            orientation = Orientation.fromExif(sieve.copy(body + 6, end));
        }
    }

    /** Goes behind the coded data of a scan: to the next marker that is no restart. */
    private void scan() throws BrokenImageException {
        scans++;
        if (width == 0 || scans > MOST_SCANS) {
            throw new BrokenImageException("a scan without a frame, or too many scans");
        }
        while (true) {
            if (sieve.u8() == 0xff) {
                int next = sieve.u8();
                while (next == 0xff) {
                    next = sieve.u8();
                }
                if (next != 0 && (next < RST0 || next > RST7)) {
                    sieve.moveTo(sieve.position() - 2);
                    return;
                }
            }
        }
    }

    private boolean starts(int body, int end, String mark) {
        if (end - body < mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if (file[body + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

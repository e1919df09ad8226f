package dev.limner.avatar.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.zip.CRC32;

/**
 * Reads a file from its start and keeps parts of it. What is kept moves to the front of the same array, so that a large
 * upload is held once. Reading past the end says that the file is broken.
 */
final class Sieve {
    private final byte[] bytes;
    private int position;
    private int kept;

    Sieve(byte[] bytes) {
        this.bytes = bytes;
    }

    int position() {
        return position;
    }

    int remaining() {
        return bytes.length - position;
    }

    /** How many bytes were kept so far. */
    int kept() {
        return kept;
    }

    int u8() throws BrokenImageException {
        need(1);
        return bytes[position++] & 0xff;
    }

    int u16() throws BrokenImageException {
        return u8() << 8 | u8();
    }

    long u32() throws BrokenImageException {
        return (long) u16() << 16 | u16();
    }

    int u16LittleEndian() throws BrokenImageException {
        return u8() | u8() << 8;
    }

    long u32LittleEndian() throws BrokenImageException {
        return u16LittleEndian() | (long) u16LittleEndian() << 16;
    }

    String ascii(int length) throws BrokenImageException {
        int start = position;
        skip(length);
        return new String(bytes, start, length, ISO_8859_1);
    }

    void skip(long count) throws BrokenImageException {
        need(count);
        position += (int) count;
    }

    /** Goes to an earlier or later place. */
    void moveTo(int place) throws BrokenImageException {
        if (place < 0 || place > bytes.length) {
            throw new BrokenImageException("a block ends behind the file");
        }
        position = place;
    }

    byte[] copy(int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    long crc(int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
        return crc.getValue();
    }

    /** Keeps what lies between two places, the second not included. */
    void keep(int from, int to) throws BrokenImageException {
        if (kept > from) {
            throw new BrokenImageException("blocks out of order");
        }
        System.arraycopy(bytes, from, bytes, kept, to - from);
        kept += to - from;
    }

    /** Keeps bytes of our own, in place of some that were read. */
    void put(byte... own) throws BrokenImageException {
        if (kept + own.length > position) {
            throw new BrokenImageException("blocks out of order");
        }
        System.arraycopy(own, 0, bytes, kept, own.length);
        kept += own.length;
    }

    private void need(long count) throws BrokenImageException {
        if (count < 0 || count > remaining()) {
            throw new BrokenImageException("cut short");
        }
    }
}

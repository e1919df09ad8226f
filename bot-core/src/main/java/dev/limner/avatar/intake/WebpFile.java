package dev.limner.avatar.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Reduces a WebP to its first picture (RFC 9649): the bitstream, and its alpha channel where there is one. Profiles, XMP
 * and later frames go; EXIF is asked for the orientation.
 */
final class WebpFile {
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FRAME_HEADER = 16;
    private static final int HAS_ALPHA = 0x10;
    private static final int LONGEST_EXIF = 65_536;

    /** The decoder holds a lossless image whole, four bytes a pixel, beside the one that it fills. */
    private static final int PIXEL_BYTES = 8;

    private final byte[] file;
    private final Sieve sieve;
    private @Nullable Chunk picture;
    private @Nullable Chunk alpha;
    private boolean exifRead;
    private Orientation orientation = Orientation.UPRIGHT;

    /** @param end behind its padding */
    private record Chunk(String type, int start, int body, int end) {}

    private WebpFile(byte[] file) {
        this.file = file;
        this.sieve = new Sieve(file);
    }

    static BareImage reduce(byte[] file) throws BrokenImageException {
        return new WebpFile(file).reduce();
    }

    private BareImage reduce() throws BrokenImageException {
        sieve.skip(4);
        long length = sieve.u32LittleEndian();
        if (length > sieve.remaining()) {
            throw new BrokenImageException("cut short");
        }
        int end = sieve.position() + (int) length;
        sieve.skip(4);
        chunks(end, true);
        Chunk found = picture;
        if (found == null) {
            throw new BrokenImageException("no image data");
        }
        return found.type().equals("VP8L") ? lossless(found) : lossy(found, alpha);
    }

    /** @param framesAllowed a frame of an animation holds no further frames */
    private void chunks(int end, boolean framesAllowed) throws BrokenImageException {
        while (sieve.position() + CHUNK_HEADER <= end) {
            Chunk chunk = chunk();
            switch (chunk.type()) {
                case "VP8 ", "VP8L" -> picture = picture == null ? chunk : picture;
                case "ALPH" -> alpha = picture == null ? chunk : alpha;
                case "EXIF" -> exif(chunk);
                case "ANMF" -> {
                    if (picture == null && framesAllowed) {
                        sieve.moveTo(chunk.body() + FRAME_HEADER);
                        chunks(chunk.end(), false);
                        sieve.moveTo(chunk.end());
                    }
                }
                default -> {}
            }
        }
    }

    private Chunk chunk() throws BrokenImageException {
        int start = sieve.position();
        String type = sieve.ascii(4);
        long length = sieve.u32LittleEndian();
        int body = sieve.position();
        sieve.skip(length);
        sieve.skip(Math.min(length & 1, sieve.remaining()));
        return new Chunk(type, start, body, sieve.position());
    }

    private void exif(Chunk chunk) {
        if (!exifRead && chunk.end() - chunk.body() <= LONGEST_EXIF) {
            exifRead = true;
            byte[] exif = sieve.copy(chunk.body(), chunk.end());
            boolean marked = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x' && exif[2] == 'i' && exif[3] == 'f';
            orientation = Orientation.fromExif(marked ? sieve.copy(chunk.body() + 6, chunk.end()) : exif);
        }
    }

    private BareImage lossless(Chunk chunk) throws BrokenImageException {
        sieve.moveTo(chunk.body());
        if (sieve.u8() != 0x2f) {
            throw new BrokenImageException("no lossless image");
        }
        long packed = sieve.u32LittleEndian();
        int width = (int) (packed & 0x3fff) + 1;
        int height = (int) (packed >> 14 & 0x3fff) + 1;
        return assembled(width, height, chunk, null);
    }

    private BareImage lossy(Chunk chunk, @Nullable Chunk transparency) throws BrokenImageException {
        sieve.moveTo(chunk.body());
        boolean keyFrame = (sieve.u8() & 1) == 0;
        sieve.skip(2);
        if (!keyFrame || sieve.u8() != 0x9d || sieve.u8() != 0x01 || sieve.u8() != 0x2a) {
            throw new BrokenImageException("no key frame");
        }
        int width = sieve.u16LittleEndian() & 0x3fff;
        int height = sieve.u16LittleEndian() & 0x3fff;
        return assembled(width, height, chunk, transparency);
    }

    private BareImage assembled(int width, int height, Chunk chunk, @Nullable Chunk transparency)
            throws BrokenImageException {
        int extension = transparency == null ? 0 : CHUNK_HEADER + 10;
        int body = chunk.end() - chunk.start() + (transparency == null ? 0 : transparency.end() - transparency.start());
        ByteBuffer head = ByteBuffer.allocate(RIFF_HEADER + extension).order(ByteOrder.LITTLE_ENDIAN);
        head.put(ascii("RIFF")).putInt(4 + extension + body).put(ascii("WEBP"));
        if (transparency != null) {
            head.put(ascii("VP8X")).putInt(10).putInt(HAS_ALPHA);
            head.putShort((short) (width - 1))
                    .put((byte) 0)
                    .putShort((short) (height - 1))
                    .put((byte) 0);
        }
        sieve.put(head.array());
        if (transparency != null) {
            sieve.keep(transparency.start(), transparency.end());
        }
        int lossyStart = sieve.kept();
        sieve.keep(chunk.start(), chunk.end());
        int losslessEnd = chunk.type().equals("VP8L") ? sieve.kept() : lossyStart;
        return new BareImage(file, sieve.kept(), losslessEnd, "webp", width, height, PIXEL_BYTES, orientation);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}

package dev.limner.avatar.intake;

import com.sun.management.ThreadMXBean;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Feeds a decoder, and stops one that was led astray, with an exception that it does not catch. The decoder of lossless
 * WebP needs this: behind the end of its data it takes missing bits for zeros and may go on for ever, and a file of 160
 * kB can make it build 65,536 groups of tables, 360 MB.
 *
 * <p>What a thread allocates is metered by HotSpot; on virtual threads it is not, and the second guard is off.
 */
final class BareImageStream extends ImageInputStreamImpl {
    private static final int MOST_READS_BEHIND_END = 64;
    private static final int BYTES_BETWEEN_CHECKS = 512;
    private static final long ALLOWANCE = 32L << 20;

    /** Twice what it was seen to take. */
    private static final int ALLOWANCE_PER_PIXEL = 8;

    private final BareImage image;
    private final long allowance;
    private int readsBehindEnd;
    private int bytesUntilCheck;
    private long allocatedBefore = -1;

    BareImageStream(BareImage image) {
        this.image = image;
        this.allowance = ALLOWANCE + ALLOWANCE_PER_PIXEL * image.pixels();
    }

    @Override
    public long length() {
        return image.length();
    }

    @Override
    public int read() {
        bitOffset = 0;
        if (streamPos >= image.length()) {
            return atEnd();
        }
        meter(1);
        return image.bytes()[(int) streamPos++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        bitOffset = 0;
        if (streamPos >= image.length()) {
            return count == 0 ? 0 : atEnd();
        }
        int available = (int) Math.min(count, image.length() - streamPos);
        meter(available);
        System.arraycopy(image.bytes(), (int) streamPos, target, offset, available);
        streamPos += available;
        return available;
    }

    private int atEnd() {
        if (++readsBehindEnd > MOST_READS_BEHIND_END) {
            throw new UncheckedIOException(new BrokenImageException("its data ends too early"));
        }
        return -1;
    }

    private void meter(int count) {
        bytesUntilCheck -= count;
        if (bytesUntilCheck >= 0 || streamPos >= image.losslessEnd()) {
            return;
        }
        bytesUntilCheck = BYTES_BETWEEN_CHECKS;
        long allocated = allocated();
        if (allocatedBefore < 0) {
            allocatedBefore = allocated;
        } else if (allocated - allocatedBefore > allowance) {
            throw new UncheckedIOException(new BrokenImageException("it takes too much memory"));
        }
    }

    private static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean meter
                ? meter.getThreadAllocatedBytes(Thread.currentThread().getId())
                : -1;
    }
}

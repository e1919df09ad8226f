package dev.limner.telegram.post;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Whether a file may be sent as a photo: at most 10 MB, width and height together at most 10,000, the longer side at most
 * 20 times the other (Bot API, "sendPhoto"). What may not goes as a document. Only the header is read.
 */
final class PhotoRules {
    private static final long BYTES = 10_000_000;
    private static final int SIDES = 10_000;
    private static final int RATIO = 20;

    private PhotoRules() {}

    static boolean allow(String mediaType, long size, InputStream content) {
        if (size > BYTES || !mediaType.startsWith("image/") || mediaType.equals("image/gif")) {
            return false;
        }
        // in memory: a file beside it is slow, and where none can be made no picture would be a photo
        try (ImageInputStream in = new MemoryCacheImageInputStream(content)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return allow(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private static boolean allow(int width, int height) {
        int longer = Math.max(width, height);
        int shorter = Math.min(width, height);
        return shorter > 0 && (long) width + height <= SIDES && longer <= (long) RATIO * shorter;
    }
}

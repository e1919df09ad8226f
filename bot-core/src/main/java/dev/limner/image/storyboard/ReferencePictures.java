package dev.limner.image.storyboard;

import dev.limner.image.ReferenceImage;
import dev.limner.prompt.Reference;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The pictures of a request's references, as far as they can be read. */
final class ReferencePictures {
    /** Pixels of either side; what intake stores has 1024 at the most. */
    private static final int LARGEST_SIDE = 8192;
    /** Larger pictures are read with pixels left out. */
    private static final int ENOUGH = 768;

    private final Map<Reference, BufferedImage> pictures = new HashMap<>();
    private final List<String> unreadable = new ArrayList<>();

    ReferencePictures(List<ReferenceImage> images) {
        for (ReferenceImage image : images) {
            decode(image.bytes()).ifPresentOrElse(p -> pictures.put(image.reference(), p), () -> note(image));
        }
    }

    Optional<BufferedImage> of(Reference reference) {
        return Optional.ofNullable(pictures.get(reference));
    }

    /** For the requester: what could not be shown. */
    List<String> notes() {
        return List.copyOf(unreadable);
    }

    private void note(ReferenceImage image) {
        Reference reference = image.reference();
        unreadable.add("be-" + reference.kind().word() + ":" + reference.name()
                + " is not shown: its picture cannot be read. Upload it again as PNG, JPEG or WebP.");
    }

    private static Optional<BufferedImage> decode(byte[] bytes) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? decode(readers.next(), in) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // readers of damaged files throw unchecked exceptions of many kinds
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> decode(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            // metadata ignored: a compressed text chunk could otherwise fill the heap
            reader.setInput(in, false, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
                return Optional.empty();
            }
            int step = Math.max(1, Math.min(width, height) / ENOUGH);
            ImageReadParam every = reader.getDefaultReadParam();
            every.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(reader.read(0, every));
        } finally {
            reader.dispose();
        }
    }
}

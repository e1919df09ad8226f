package dev.limner.discord;

import dev.limner.image.BackendProfile;
import dev.limner.image.Diagnosis;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ImageBackend;
import dev.limner.image.Picture;
import dev.limner.image.ProgressListener;
import dev.limner.image.ReferenceAbility;
import dev.limner.prompt.ModelFamily;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** Draws at once, or when a test lets it. */
final class QuickBackend implements ImageBackend {
    private final List<GenerationRequest> requests = new CopyOnWriteArrayList<>();
    private final Semaphore turns = new Semaphore(1_000_000);
    private final AtomicInteger finished = new AtomicInteger();
    private volatile int side = 64;
    private volatile boolean previews;

    /** From now on each picture waits for {@link #letOneGo}. */
    void holdBack() {
        turns.drainPermits();
    }

    void letOneGo() {
        turns.release();
    }

    /** From now on it shows how a picture looks so far. */
    void showPreviews() {
        previews = true;
    }

    /** Pictures of noise, of so many pixels a side, which no format makes small. */
    void drawNoise(int pixels) {
        side = pixels;
    }

    /** How many pictures were drawn to their end. */
    int finished() {
        return finished.get();
    }

    List<GenerationRequest> requests() {
        return requests;
    }

    @Override
    public String name() {
        return "quick";
    }

    @Override
    public BackendProfile profile() {
        return new BackendProfile(
                ModelFamily.FLUX1_SCHNELL, "quick", ReferenceAbility.numbers(8, "the server takes 8 references"), 4);
    }

    @Override
    public GenerationOutcome generate(GenerationRequest request, ProgressListener progress)
            throws InterruptedException {
        requests.add(request);
        progress.onProgress(0.5);
        if (previews) {
            progress.onPreview(png(16), "image/png");
        }
        turns.acquire();
        finished.incrementAndGet();
        return new GenerationOutcome.Generated(new Picture(png(side), "image/png", side, side), List.of());
    }

    private static byte[] png(int side) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image(side), "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage image(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        if (side > 64) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    image.setRGB(x, y, random.nextInt());
                }
            }
        }
        return image;
    }

    @Override
    public Diagnosis diagnose() {
        return new Diagnosis(true, List.of(), List.of());
    }

    @Override
    public void close() {}
}

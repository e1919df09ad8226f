package dev.limner.bench;

import dev.limner.image.BackendException;
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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import javax.imageio.ImageIO;

/** Answers with a small picture, at once or after as long as it is told to take, and notes when it was called. */
final class InstantBackend implements ImageBackend {
    private final Picture picture = new Picture(png(), "image/png", 64, 64);
    private final BlockingQueue<Long> calls = new LinkedBlockingQueue<>();

    private volatile Callable<GenerationOutcome> drawing = () -> new GenerationOutcome.Generated(picture, List.of());
    private volatile Duration each = Duration.ZERO;
    private volatile long took;

    void take(Duration duration) {
        each = duration;
    }

    /** Answers each call with what that makes, instead of the small picture. */
    void draw(Callable<GenerationOutcome> maker) {
        drawing = maker;
    }

    /** What the newest call took, in nanoseconds. */
    long took() {
        return took;
    }

    /** Waits for the next call; its {@link System#nanoTime}. */
    long called() throws InterruptedException {
        return calls.take();
    }

    @Override
    public String name() {
        return "instant";
    }

    @Override
    public BackendProfile profile() {
        return new BackendProfile(ModelFamily.FLUX1_SCHNELL, "instant", ReferenceAbility.none("nothing is drawn"), 8);
    }

    @Override
    public GenerationOutcome generate(GenerationRequest request, ProgressListener progress)
            throws InterruptedException, BackendException {
        long begun = System.nanoTime();
        calls.add(begun);
        Thread.sleep(each.toMillis());
        took = System.nanoTime() - begun;
        try {
            return drawing.call();
        } catch (Exception e) {
            throw new BackendException("It was not drawn.", e.toString(), false, e);
        }
    }

    @Override
    public Diagnosis diagnose() {
        return new Diagnosis(true, List.of(), List.of());
    }

    @Override
    public void close() {}

    static byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new IllegalStateException("no memory is out of order", e);
        }
        return bytes.toByteArray();
    }
}

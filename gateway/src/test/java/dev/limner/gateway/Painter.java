package dev.limner.gateway;

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
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** A backend that paints one colour, chosen by the seed, unless something else is next in its script. */
final class Painter implements ImageBackend {
    private final String name;
    private final ModelFamily family;
    private final Queue<Turn> script = new ConcurrentLinkedQueue<>();
    private final List<GenerationRequest> requests = new CopyOnWriteArrayList<>();

    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean unreachable;
    private volatile CountDownLatch answersAfter = new CountDownLatch(0);

    Painter(String name, ModelFamily family) {
        this.name = name;
        this.family = family;
    }

    /** What happens at one request. */
    interface Turn {
        GenerationOutcome take(GenerationRequest request, ProgressListener progress)
                throws BackendException, InterruptedException;
    }

    void next(Turn turn) {
        script.add(turn);
    }

    List<GenerationRequest> requests() {
        return requests;
    }

    static GenerationOutcome painted(GenerationRequest request) {
        return new GenerationOutcome.Generated(
                new Picture(png(64, 64, (int) request.composition().seed()), "image/png", 64, 64), List.of());
    }

    static byte[] png(int width, int height, int colour) {
        try {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D brush = image.createGraphics();
            brush.setColor(new Color(colour & 0xffffff));
            brush.fillRect(0, 0, width, height);
            brush.dispose();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** How often it was asked what it offers. */
    int asked() {
        return asked.get();
    }

    /** It does not say what it offers until then. */
    void answersAfter(CountDownLatch then) {
        answersAfter = then;
    }

    /** Nobody can ask what it offers. */
    void unreachable(boolean is) {
        unreachable = is;
    }

    @Override
    public BackendProfile profile() throws BackendException {
        asked.incrementAndGet();
        try {
            answersAfter.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (unreachable) {
            throw new BackendException("It cannot be reached.", "as a test has it", true, null);
        }
        return new BackendProfile(
                family, name + "-model", ReferenceAbility.numbers(8, "the server takes 8 references"), 4);
    }

    @Override
    public GenerationOutcome generate(GenerationRequest request, ProgressListener progress)
            throws BackendException, InterruptedException {
        requests.add(request);
        Turn turn = script.poll();
        return turn == null ? painted(request) : turn.take(request, progress);
    }

    @Override
    public Diagnosis diagnose() {
        return new Diagnosis(true, List.of(), List.of());
    }

    @Override
    public void close() {}
}

package dev.limner.conversation;

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
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;

/** A backend that does as it is told: draws a small picture, unless something else is next in its script. */
final class ScriptedBackend implements ImageBackend {
    private final Queue<Turn> script = new ConcurrentLinkedQueue<>();
    private final List<GenerationRequest> requests = new CopyOnWriteArrayList<>();

    /** What happens at one request. */
    interface Turn {
        GenerationOutcome take(ProgressListener progress) throws BackendException, InterruptedException;
    }

    ScriptedBackend next(Turn turn) {
        script.add(turn);
        return this;
    }

    ScriptedBackend failing(int times, boolean mayRetry) {
        for (int i = 0; i < times; i++) {
            next(progress -> {
                throw new BackendException("The server stumbled. Ask again later.", "status 500", mayRetry, null);
            });
        }
        return this;
    }

    List<GenerationRequest> requests() {
        return requests;
    }

    static GenerationOutcome drawn() {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", png);
            return new GenerationOutcome.Generated(new Picture(png.toByteArray(), "image/png", 64, 64), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public BackendProfile profile() {
        return new BackendProfile(
                ModelFamily.FLUX1_SCHNELL, "scripted", ReferenceAbility.numbers(8, "the server takes 8 references"), 4);
    }

    @Override
    public GenerationOutcome generate(GenerationRequest request, ProgressListener progress)
            throws BackendException, InterruptedException {
        requests.add(request);
        Turn turn = script.poll();
        return turn == null ? drawn() : turn.take(progress);
    }

    @Override
    public Diagnosis diagnose() {
        return new Diagnosis(true, List.of(), List.of());
    }

    @Override
    public void close() {}
}

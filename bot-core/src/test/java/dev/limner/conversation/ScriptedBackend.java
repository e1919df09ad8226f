package dev.limner.conversation;

import dev.limner.image.BackendException;
import dev.limner.image.BackendProfile;
import dev.limner.image.Diagnosis;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ImageBackend;
import dev.limner.image.Network;
import dev.limner.image.NetworkPlan;
import dev.limner.image.NetworkPlan.Offer;
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
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** A backend that does as it is told: draws a small picture, unless something else is next in its script. */
public final class ScriptedBackend implements ImageBackend {
    private final String name;
    private final BackendProfile profile;
    private final Queue<Turn> script = new ConcurrentLinkedQueue<>();
    private final List<GenerationRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<String> networks = new CopyOnWriteArraySet<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger askedForNetworks = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile boolean well = true;
    private volatile boolean standIn;
    private volatile boolean silent;
    private volatile boolean closed;

    ScriptedBackend() {
        this(
                "scripted",
                new BackendProfile(
                        ModelFamily.FLUX1_SCHNELL,
                        "scripted",
                        ReferenceAbility.numbers(8, "the server takes 8 references"),
                        4));
    }

    public ScriptedBackend(String name, BackendProfile profile) {
        this.name = name;
        this.profile = profile;
    }

    /** It does not say what it can do. */
    public ScriptedBackend silent() {
        silent = true;
        return this;
    }

    /** How often it was asked what it can do. */
    public int asked() {
        return asked.get();
    }

    /** How often it was asked what it would use. */
    public int askedForNetworks() {
        return askedForNetworks.get();
    }

    /** What happens at one request. */
    public interface Turn {
        GenerationOutcome take(ProgressListener progress) throws BackendException, InterruptedException;
    }

    public ScriptedBackend next(Turn turn) {
        script.add(turn);
        return this;
    }

    public ScriptedBackend failing(int times, boolean mayRetry) {
        for (int i = 0; i < times; i++) {
            next(progress -> {
                throw new BackendException("The server stumbled. Ask again later.", "status 500", mayRetry, null);
            });
        }
        return this;
    }

    public List<GenerationRequest> requests() {
        return requests;
    }

    public static GenerationOutcome drawn() {
        return new GenerationOutcome.Generated(new Picture(png(), "image/png", 64, 64), List.of());
    }

    static byte[] png() {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the server would answer when it is asked how it is. */
    public ScriptedBackend well(boolean value) {
        well = value;
        return this;
    }

    public ScriptedBackend standingIn() {
        standIn = true;
        return this;
    }

    public ScriptedBackend having(String network) {
        networks.add(network);
        return this;
    }

    public int underWay() {
        return underWay.get();
    }

    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public BackendProfile profile() throws BackendException {
        asked.incrementAndGet();
        if (silent) {
            throw new BackendException("It does not answer.", "as a test has it", true, null);
        }
        return profile;
    }

    @Override
    public NetworkPlan networks(List<Network> asked) {
        askedForNetworks.incrementAndGet();
        Offer offer = networks.isEmpty() ? Offer.none("it takes none") : Offer.of(List.copyOf(networks));
        return NetworkPlan.of(asked, offer, offer);
    }

    @Override
    public boolean standsIn() {
        return standIn;
    }

    @Override
    public GenerationOutcome generate(GenerationRequest request, ProgressListener progress)
            throws BackendException, InterruptedException {
        int now = underWay.incrementAndGet();
        mostAtOnce.accumulateAndGet(now, Math::max);
        try {
            requests.add(request);
            Turn turn = script.poll();
            return turn == null ? drawn() : turn.take(progress);
        } finally {
            underWay.decrementAndGet();
        }
    }

    @Override
    public Diagnosis diagnose() {
        return new Diagnosis(well, List.of(), List.of());
    }

    @Override
    public void close() {
        closed = true;
    }
}

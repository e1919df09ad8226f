package dev.limner.app.monitor;

import dev.limner.image.BackendException;
import dev.limner.image.BackendProfile;
import dev.limner.image.Diagnosis;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ImageBackend;
import dev.limner.image.Network;
import dev.limner.image.NetworkPlan;
import dev.limner.image.ProgressListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;

/** A backend whose work is timed, by how it came out. */
final class TimedBackend implements ImageBackend {
    private final ImageBackend backend;
    private final MeterRegistry registry;

    TimedBackend(ImageBackend backend, MeterRegistry registry) {
        this.backend = backend;
        this.registry = registry;
    }

    @Override
    public GenerationOutcome generate(GenerationRequest request, ProgressListener progress)
            throws BackendException, InterruptedException {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failed";
        try {
            GenerationOutcome result = backend.generate(request, progress);
            outcome = result instanceof GenerationOutcome.Generated ? "drawn" : "refused";
            return result;
        } catch (InterruptedException e) {
            outcome = "cancelled";
            throw e;
        } finally {
            sample.stop(Timer.builder("limner.backend.requests")
                    .description("Requests to image servers, and how long each took")
                    .tag("backend", backend.name())
                    .tag("outcome", outcome)
                    .register(registry));
        }
    }

    @Override
    public String name() {
        return backend.name();
    }

    @Override
    public BackendProfile profile() throws BackendException {
        return backend.profile();
    }

    @Override
    public boolean hasBegun(GenerationRequest request) {
        return backend.hasBegun(request);
    }

    @Override
    public boolean draws(int width, int height) {
        return backend.draws(width, height);
    }

    @Override
    public NetworkPlan networks(List<Network> asked) {
        return backend.networks(asked);
    }

    @Override
    public boolean standsIn() {
        return backend.standsIn();
    }

    @Override
    public boolean isWell() {
        return backend.isWell();
    }

    @Override
    public Diagnosis diagnose() {
        return backend.diagnose();
    }

    @Override
    public void close() {
        backend.close();
    }

    @Override
    public String toString() {
        return backend.toString();
    }
}

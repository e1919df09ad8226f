package dev.limner.image.bfl;

import dev.limner.image.BackendException;
import dev.limner.image.BackendProfile;
import dev.limner.image.Diagnosis;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ImageBackend;
import dev.limner.image.JobBook;
import dev.limner.image.Picture;
import dev.limner.image.ProgressListener;
import dev.limner.image.ReferencePlan;
import dev.limner.image.wire.Delivery;
import dev.limner.image.wire.Download;
import dev.limner.image.wire.DrawnSize;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.Follow;
import dev.limner.image.wire.HostedDiagnosis;
import dev.limner.image.wire.OpenJobs;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Verdict;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Draws with Black Forest Labs' FLUX.2 and FLUX.1 Kontext: submits, asks until it is ready, fetches at once. */
public final class BflBackend implements ImageBackend {
    /** The service takes 24 at once from an account. */
    private static final int AT_ONCE = 4;

    private final BflSettings settings;
    private final Wire wire;
    private final Follow follow;
    private final OpenJobs<BflJob> jobs;

    private BflBackend(BflSettings settings, Wire wire, JobBook book) {
        this.settings = settings;
        this.jobs = new OpenJobs<>(book, wire.endpoint(), new BflJob.Written(wire));
        this.wire = wire;
        this.follow = new Follow(settings.pollInterval(), settings.timeout(), System::nanoTime);
    }

    /** @param http whose proxies and certificates are taken; threads and connections are not shared with it */
    public static BflBackend of(BflSettings settings, OkHttpClient http, JobBook book) {
        return new BflBackend(settings, new Wire(settings.endpoint(), http, settings.timeout()), book);
    }

    @Override
    public boolean hasBegun(GenerationRequest request) {
        return jobs.of(request).isPresent();
    }

    @Override
    public String name() {
        return "bfl";
    }

    @Override
    public boolean draws(int width, int height) {
        return BflRequest.draws(settings, width, height);
    }

    @Override
    public BackendProfile profile() {
        return new BackendProfile(settings.family(), settings.model(), settings.references(), AT_ONCE);
    }

    @Override
    public GenerationOutcome generate(GenerationRequest request, ProgressListener progress)
            throws BackendException, InterruptedException {
        ReferencePlan plan = ReferencePlan.of(request, settings.references());
        boolean over = true;
        try {
            BflJob job = job(request, plan);
            BflJob.End end = Delivery.once(wire.endpoint(), () -> follow.toEnd(job, progress));
            if (end.refused() != null) {
                return end.refused();
            }
            String sample = Optional.ofNullable(end.sample()).orElse("");
            Picture picture = Delivery.once(wire.endpoint(), () -> new Download(wire).picture(sample));
            List<String> notes = BflRequest.prompt(plan).with(plan.notes());
            return new Generated(picture, DrawnSize.noted(notes, request.composition(), picture));
        } catch (WireFault e) {
            over = !e.fault().isFoundAgain();
            throw e.told(wire.endpoint());
        } catch (InterruptedException e) {
            // the service cannot be told to stop: whoever asks once more is given what it has drawn meanwhile
            over = false;
            throw e;
        } finally {
            if (over) {
                jobs.ended(request);
            }
        }
    }

    private BflJob job(GenerationRequest request, ReferencePlan plan) throws WireFault, InterruptedException {
        Optional<BflJob> begun = jobs.of(request);
        if (begun.isPresent()) {
            return begun.get();
        }
        Reply reply =
                wire.submit(wire.url("v1/" + settings.model()), Wire.json(BflRequest.body(settings, request, plan)));
        if (reply.status() == 404) {
            throw Verdict.as(Fault.UNKNOWN_MODEL, reply);
        }
        BflJob job = BflJob.of(wire, reply);
        jobs.began(request, job);
        return job;
    }

    @Override
    public Diagnosis diagnose() {
        return HostedDiagnosis.of(wire.endpoint(), this::asked);
    }

    private Diagnosis asked() throws WireFault, InterruptedException {
        Reply reply = wire.get(wire.url("v1/credits"));
        if (!reply.isSuccess() && reply.status() != 404) {
            throw Verdict.of(reply);
        }
        List<String> credits = reply.json()
                .filter(json -> json.path("credits").isNumber())
                .map(json -> List.of("credits: " + json.path("credits").asText()))
                .orElse(List.of());
        return HostedDiagnosis.well(wire.endpoint(), profile(), credits);
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public String toString() {
        return "BflBackend[" + settings + "]";
    }
}

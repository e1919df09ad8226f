package dev.limner.image.comfyui;

import dev.limner.image.BackendException;
import dev.limner.image.BackendProfile;
import dev.limner.image.Diagnosis;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ImageBackend;
import dev.limner.image.JobBook;
import dev.limner.image.Network;
import dev.limner.image.NetworkPlan;
import dev.limner.image.ProgressListener;
import dev.limner.image.Troubles;
import dev.limner.image.wire.Endpoint;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.OpenJobs;
import dev.limner.image.wire.Remembered;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import okhttp3.OkHttpClient;

/**
 * Draws with a ComfyUI server, by built-in graphs for what the server has, or by the operator's own workflow. The server
 * queues what it is sent and draws one after another.
 */
public final class ComfyBackend implements ImageBackend {
    /** It draws one after another; what waits here can still be given to another server. */
    private static final int CONCURRENCY = 1;
    /** Its list of nodes is long, and seldom changes. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final ComfySettings settings;
    private final Endpoint endpoint;
    private final Wire wire;
    private final ComfyApi api;
    private final OpenJobs<String> jobs;
    private final Feed feed;
    private final Troubles troubles = new Troubles(System::nanoTime);
    private final Remembered<Server, WireFault> server;
    private final Uploads uploads;
    private final Run run;

    private ComfyBackend(ComfySettings settings, OkHttpClient http, JobBook book) {
        this.settings = settings;
        this.endpoint = settings.endpoint();
        this.jobs = OpenJobs.byRequest(book, endpoint);
        this.wire = new Wire(endpoint, http, settings.timeout());
        this.api = new ComfyApi(wire);
        String clientId = UUID.randomUUID().toString();
        this.feed = new Feed(wire, clientId);
        this.server = new Remembered<>(FRESH, System::nanoTime, before -> Server.ask(api, settings));
        this.uploads = new Uploads(api);
        this.run = new Run(api, feed, clientId, settings, System::nanoTime);
    }

    /** @param http whose proxies and certificates are taken; threads and connections are not shared with it */
    public static ComfyBackend of(ComfySettings settings, OkHttpClient http) {
        return of(settings, http, JobBook.NONE);
    }

    /** @param book where it is noted which requests are under way here */
    public static ComfyBackend of(ComfySettings settings, OkHttpClient http, JobBook book) {
        return new ComfyBackend(settings, http, book);
    }

    @Override
    public boolean hasBegun(GenerationRequest request) {
        return jobs.of(request).isPresent();
    }

    @Override
    public String name() {
        return "comfyui";
    }

    @Override
    public BackendProfile profile() throws BackendException {
        try {
            Recipe recipe = server.lastKnown().recipe(troubles);
            return new BackendProfile(recipe.family(), recipe.model(), recipe.ability(), CONCURRENCY);
        } catch (WireFault e) {
            throw e.told(endpoint);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException(Fault.UNREACHABLE.forRequester(), "interrupted while asking", true, e);
        }
    }

    @Override
    public NetworkPlan networks(List<Network> asked) {
        try {
            Server known = server.lastKnown();
            return known.networks(asked, known.recipe(troubles).family());
        } catch (WireFault e) {
            return NetworkPlan.unreached(asked);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NetworkPlan.unreached(asked);
        }
    }

    @Override
    public GenerationOutcome generate(GenerationRequest request, ProgressListener progress)
            throws BackendException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        boolean over = true;
        boolean begun = jobs.of(request).isPresent();
        try {
            jobs.began(request, request.id());
            return new Drawing(api, server, troubles, uploads, run, progress).draw(request);
        } catch (WireFault e) {
            server.forget();
            // one that only cannot be reached works on
            WireFault meant = begun && e.fault() == Fault.UNREACHABLE ? e.as(Fault.LOST_SIGHT) : e;
            over = !meant.fault().isFoundAgain();
            throw meant.told(endpoint);
        } catch (InterruptedException e) {
            // the server may not have heard that nobody waits any more
            over = false;
            throw e;
        } finally {
            if (over) {
                jobs.ended(request);
            }
        }
    }

    /** What is known of it, and which adapters are left alone, stays as it is. */
    @Override
    public boolean isWell() {
        try {
            api.stats();
            server.current();
            return true;
        } catch (WireFault e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Diagnosis diagnose() {
        try {
            server.forget();
            troubles.forget();
            return Findings.of(api.address(), server.current(), troubles);
        } catch (WireFault e) {
            return new Diagnosis(
                    false,
                    List.of("address: " + api.address(), "fault: " + endpoint.withoutSecrets(e.detail())),
                    List.of(e.fault().fix(endpoint.keyName())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Diagnosis(false, List.of("address: " + api.address(), "interrupted while asking"), List.of());
        }
    }

    @Override
    public void close() {
        feed.close();
        wire.close();
    }

    @Override
    public String toString() {
        return "ComfyBackend[" + settings + "]";
    }
}

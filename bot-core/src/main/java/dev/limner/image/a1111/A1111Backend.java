package dev.limner.image.a1111;

import dev.limner.image.BackendException;
import dev.limner.image.BackendProfile;
import dev.limner.image.Diagnosis;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ImageBackend;
import dev.limner.image.JobBook;
import dev.limner.image.Network;
import dev.limner.image.NetworkPlan;
import dev.limner.image.ProgressListener;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferencePlan;
import dev.limner.image.Troubles;
import dev.limner.image.wire.OpenJobs;
import dev.limner.image.wire.Remembered;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Wire;
import dev.limner.prompt.Encoder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;

/**
 * Draws with a server that speaks {@code /sdapi/v1}: AUTOMATIC1111's web UI, Forge, reForge, Forge Neo, SD.Next,
 * stable-diffusion.cpp or KoboldCpp. Sends it one request at a time, since these servers draw one at a time and tell
 * progress of what runs now.
 */
public final class A1111Backend implements ImageBackend {
    /** Twice more at most, each time without what made it fail; the search for a face that is none has tries of its own. */
    private static final int MOST_TRIES = 3;
    /** Somebody may load another model at any time. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final A1111Settings settings;
    private final SdApi api;
    private final Troubles troubles = new Troubles(System::nanoTime);
    private final Remembered<ServerState, ServerFault> server;
    private final OpenJobs<String> jobs;
    private final SdCpp sdCpp;
    private final Semaphore turn = new Semaphore(1, true);
    private volatile boolean closed;

    private A1111Backend(A1111Settings settings, OkHttpClient http, JobBook book) {
        this.settings = settings;
        this.jobs = OpenJobs.byRequest(book, settings.endpoint());
        this.api = new SdApi(settings, http);
        Probe probe = new Probe(api, settings, troubles);
        this.server = new Remembered<>(
                FRESH, System::nanoTime, before -> probe.run(before == null ? null : before.dialect()));
        this.sdCpp =
                new SdCpp(settings, new Wire(settings.endpoint("sdcpp"), http, settings.timeout()), book, troubles);
    }

    /** @param http whose timeouts, proxies and certificates are taken; threads and connections are not shared with it */
    public static A1111Backend of(A1111Settings settings, OkHttpClient http) {
        return of(settings, http, JobBook.NONE);
    }

    /** @param book where it is noted which requests are under way here */
    public static A1111Backend of(A1111Settings settings, OkHttpClient http, JobBook book) {
        return new A1111Backend(settings, http, book);
    }

    @Override
    public boolean hasBegun(GenerationRequest request) {
        return jobs.of(request).isPresent() || sdCpp.hasBegun(request);
    }

    @Override
    public String name() {
        return "a1111";
    }

    @Override
    public BackendProfile profile() throws BackendException {
        try {
            ServerState state = server.lastKnown();
            return new BackendProfile(
                    state.family(),
                    state.model(),
                    troubles.of(state.references().ability()),
                    1);
        } catch (ServerFault e) {
            throw explained(e).asBackendException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException(Fault.UNREACHABLE.forRequester(), "interrupted while asking", true, e);
        }
    }

    @Override
    public NetworkPlan networks(List<Network> asked) {
        try {
            return networks(asked, server.lastKnown());
        } catch (ServerFault e) {
            return NetworkPlan.unreached(asked);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NetworkPlan.unreached(asked);
        }
    }

    private static NetworkPlan networks(List<Network> asked, ServerState state) {
        return state.networks().plan(asked, state.family().encoder() == Encoder.CLIP);
    }

    @Override
    public GenerationOutcome generate(GenerationRequest request, ProgressListener progress)
            throws BackendException, InterruptedException {
        boolean begun = hasBegun(request);
        turn.acquire();
        boolean over = true;
        try {
            requireOpen();
            ServerState state = server.current();
            if (state.dialect() == Dialect.SD_CPP_JOBS) {
                return sdCpp.draw(wholeAsk(request, state), state, progress);
            }
            if (request.perhapsBegun()) {
                new EarlierTry(api, settings, System::nanoTime).end(taskIds(request), state.progress());
            }
            jobs.began(request, request.id());
            return draw(request, new Drawing(api, settings, System::nanoTime, progress));
        } catch (ServerFault e) {
            server.forget();
            boolean unasked = begun && e.fault() == Fault.UNREACHABLE;
            over = !closed && !unasked;
            throw explained(unasked ? e.as(Fault.LOST_SIGHT) : e).asBackendException();
        } catch (InterruptedException e) {
            // whoever asks once more looks here first for what is left of it
            over = false;
            throw e;
        } finally {
            if (over) {
                jobs.ended(request);
            }
            turn.release();
        }
    }

    private static List<String> taskIds(GenerationRequest request) {
        int most = MOST_TRIES + Faceless.most(request);
        return IntStream.rangeClosed(1, most)
                .mapToObj(attempt -> taskId(request, attempt))
                .toList();
    }

    private static String taskId(GenerationRequest request, int attempt) {
        return attempt == 1 ? request.id() : request.id() + "-" + attempt;
    }

    private GenerationOutcome draw(GenerationRequest request, Drawing drawing)
            throws ServerFault, InterruptedException {
        Suspicions suspicions = new Suspicions();
        Faceless faceless = new Faceless();
        for (int i = 1; ; i++) {
            ServerState state = server.current();
            Ask ask = ask(request, state, i, suspicions, faceless);
            Reply reply = drawing.run(ask, state);
            Optional<Setback> setback = Setback.of(reply, state, ask.references());
            if (setback.isEmpty() || i == MOST_TRIES + faceless.tries()) {
                Txt2Img.Answer answer = Txt2Img.answer(reply);
                suspicions.proven(troubles);
                state.references()
                        .silentFailure(answer.info(), ask.references())
                        .ifPresent(why -> troubles.report(ask.references(), why));
                return answer.refusal().isPresent()
                        ? answer.refusal().get()
                        : new Generated(answer.picture(), Notes.of(ask, state, answer));
            }
            if (setback.get() instanceof Setback.Broken broken) {
                troubles.report(broken.ability(), broken.why());
                server.forget();
            } else if (setback.get() instanceof Setback.Suspected suspected) {
                suspicions.add(suspected);
            } else {
                faceless.next(ask.references());
            }
        }
    }

    private Ask ask(
            GenerationRequest request, ServerState state, int attempt, Suspicions suspicions, Faceless faceless) {
        ReferenceAbility left = suspicions.of(troubles.of(state.references().ability()));
        ReferencePlan plan = faceless.without(ReferencePlan.of(request, left), request);
        return new Ask(request, taskId(request, attempt), plan, networks(request.networks(), state));
    }

    private static Ask wholeAsk(GenerationRequest request, ServerState state) {
        ReferencePlan plan = ReferencePlan.of(request, state.references().ability());
        return new Ask(request, taskId(request, 1), plan, networks(request.networks(), state));
    }

    /** What is known of it, and which adapters are left alone, stays as it is. */
    @Override
    public boolean isWell() {
        try {
            server.current();
            return api.get(Probe.MODELS).isSuccess();
        } catch (ServerFault e) {
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
            return Findings.of(api.address(), server.current());
        } catch (ServerFault e) {
            return Findings.of(api.address(), explained(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Diagnosis(false, List.of("address: " + api.address(), "interrupted while asking"), List.of());
        }
    }

    @Override
    public void close() {
        closed = true;
        api.close();
        sdCpp.close();
    }

    private void requireOpen() throws ServerFault {
        if (closed) {
            throw new ServerFault(Fault.CLOSED, api.address() + " is no longer used");
        }
    }

    /** Calls that closing broke off look like a server that went away; and a server may repeat the key in its words. */
    private ServerFault explained(ServerFault fault) {
        return new ServerFault(
                closed ? Fault.CLOSED : fault.fault(), api.withoutSecrets(fault.detail()), fault.getCause());
    }

    @Override
    public String toString() {
        return "A1111Backend[" + settings + "]";
    }
}

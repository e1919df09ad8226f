package dev.limner.image.aihorde;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.BackendException;
import dev.limner.image.BackendProfile;
import dev.limner.image.Diagnosis;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationOutcome.Refused;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ImageBackend;
import dev.limner.image.JobBook;
import dev.limner.image.Network;
import dev.limner.image.NetworkPlan;
import dev.limner.image.Picture;
import dev.limner.image.ProgressListener;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferencePlan;
import dev.limner.image.wire.Checked;
import dev.limner.image.wire.Download;
import dev.limner.image.wire.DrawnSize;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.Follow;
import dev.limner.image.wire.HostedDiagnosis;
import dev.limner.image.wire.OpenJobs;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/**
 * Draws on the machines of AI Horde's volunteers. They read the prompt, and so what people wrote; references are not
 * sent, since no volunteer's machine takes any.
 */
public final class HordeBackend implements ImageBackend {
    private static final ReferenceAbility TEXT_ONLY =
            ReferenceAbility.none("volunteers' machines are asked by text only");
    /** The Horde lets a key begin two a second; more under way would only wait longer. */
    private static final int AT_ONCE = 3;

    private final HordeSettings settings;
    private final Wire wire;
    private final Models models;
    private final Follow follow;
    private final OpenJobs<Begun> jobs;

    /** @param notes what became of LoRAs and embeddings, and what the Horde said when it took the request */
    private record Begun(HordeJob job, List<String> notes) {}

    private HordeBackend(HordeSettings settings, Wire wire, JobBook book) {
        this.settings = settings;
        this.jobs = new OpenJobs<>(book, wire.endpoint(), new Written());
        this.wire = wire;
        this.models = new Models(settings, wire, System::nanoTime);
        this.follow = new Follow(settings.pollInterval(), settings.timeout(), System::nanoTime);
    }

    /** @param http whose proxies and certificates are taken; threads and connections are not shared with it */
    public static HordeBackend of(HordeSettings settings, OkHttpClient http, JobBook book) {
        return new HordeBackend(settings, new Wire(settings.endpoint(), http, settings.timeout()), book);
    }

    /** The id, and each note on a line of its own. */
    private final class Written implements OpenJobs.Script<Begun> {
        @Override
        public String write(Begun begun) {
            return Stream.concat(Stream.of(begun.job().id()), begun.notes().stream())
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public Optional<Begun> read(String written) {
            List<String> lines = written.lines().toList();
            return Optional.of(new Begun(new HordeJob(wire, lines.get(0)), lines.subList(1, lines.size())));
        }
    }

    @Override
    public boolean hasBegun(GenerationRequest request) {
        return jobs.of(request).isPresent();
    }

    @Override
    public String name() {
        return "aihorde";
    }

    @Override
    public boolean draws(int width, int height) {
        return HordeSize.of(width, height).equals(new HordeSize(width, height));
    }

    @Override
    public NetworkPlan networks(List<Network> asked) {
        try {
            return HordeNetworks.plan(asked, models.lastKnown().family());
        } catch (WireFault e) {
            return NetworkPlan.unreached(asked);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NetworkPlan.unreached(asked);
        }
    }

    @Override
    public BackendProfile profile() throws BackendException {
        try {
            return profile(models.lastKnown());
        } catch (WireFault e) {
            throw e.told(wire.endpoint());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireFault(Fault.UNREACHABLE, "interrupted while asking").told(wire.endpoint());
        }
    }

    @Override
    public GenerationOutcome generate(GenerationRequest request, ProgressListener progress)
            throws BackendException, InterruptedException {
        ReferencePlan plan = ReferencePlan.of(request, TEXT_ONLY);
        boolean over = true;
        try {
            Optional<Begun> begun = jobs.of(request);
            if (begun.isEmpty()) {
                HordeModel model = models.current();
                NetworkPlan networks = HordeNetworks.plan(request.networks(), model.family());
                Reply reply = wire.submit(
                        wire.url("generate/async"),
                        Wire.json(HordeRequest.body(settings, model, request, plan, networks)));
                Optional<String> refusal = HordeAnswers.refusal(reply);
                if (refusal.isPresent()) {
                    return new Refused(refusal.get());
                }
                List<String> told = new ArrayList<>(
                        HordeRequest.prompt(model, request.composition(), plan).with(networks.notes()));
                told.addAll(HordeAnswers.remarks(HordeAnswers.taken(reply)));
                begun = Optional.of(new Begun(job(reply), told));
                jobs.began(request, begun.get());
            }
            List<String> notes = Stream.of(plan.notes(), begun.get().notes())
                    .flatMap(List::stream)
                    .toList();
            return outcome(request, notes, follow.toEnd(begun.get().job(), progress));
        } catch (WireFault e) {
            models.forget();
            over = !e.fault().isFoundAgain();
            throw e.told(wire.endpoint());
        } finally {
            if (over) {
                jobs.ended(request);
            }
        }
    }

    private HordeJob job(Reply reply) throws WireFault {
        String id = HordeAnswers.taken(reply).path("id").asText("");
        // it becomes part of an address
        if (!id.matches("[A-Za-z0-9-]{1,64}")) {
            throw new WireFault(Fault.UNTRACED, reply.describe());
        }
        return new HordeJob(wire, id);
    }

    private GenerationOutcome outcome(GenerationRequest request, List<String> notes, JsonNode generation)
            throws WireFault, InterruptedException {
        String state = generation.path("state").asText("ok");
        if (generation.path("censored").asBoolean(false) || !state.equals("ok")) {
            return new Refused("The volunteer's machine drew something that it does not show (" + state
                    + "). Change the prompt, then ask again.");
        }
        Picture picture = picture(generation.path("img"));
        return new Generated(picture, DrawnSize.noted(notes, request.composition(), picture));
    }

    private Picture picture(JsonNode img) throws WireFault, InterruptedException {
        String text = img.asText("");
        if (text.isEmpty()) {
            throw new WireFault(Fault.NO_PICTURE, "the Horde's answer holds no picture");
        }
        boolean address = text.startsWith("http:") || text.startsWith("https:");
        return address
                ? new Download(wire).picture(text)
                : Checked.picture(Checked.bytes(img, "generate/status"), "generate/status");
    }

    @Override
    public Diagnosis diagnose() {
        return HostedDiagnosis.of(wire.endpoint(), this::asked);
    }

    private Diagnosis asked() throws WireFault, InterruptedException {
        models.forget();
        HordeModel model = models.current();
        return HostedDiagnosis.well(
                wire.endpoint(),
                profile(model),
                List.of(
                        "volunteers: " + model.workers() + " run this model",
                        settings.isAnonymous()
                                ? "key: none, so everybody with a key is drawn first; one is free at aihorde.net"
                                : "key: set"));
    }

    private static BackendProfile profile(HordeModel model) {
        return new BackendProfile(model.family(), model.name(), TEXT_ONLY, AT_ONCE);
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public String toString() {
        return "HordeBackend[" + settings + "]";
    }
}

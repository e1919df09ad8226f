package dev.limner.image.openai;

import dev.limner.image.BackendException;
import dev.limner.image.BackendProfile;
import dev.limner.image.Diagnosis;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationOutcome.Refused;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ImageBackend;
import dev.limner.image.Picture;
import dev.limner.image.ProgressListener;
import dev.limner.image.ReferencePlan;
import dev.limner.image.openai.Service.Way;
import dev.limner.image.wire.Delivery;
import dev.limner.image.wire.Download;
import dev.limner.image.wire.DrawnSize;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.HostedDiagnosis;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * Draws with OpenAI's image models, or with a server of one's own that answers alike: LocalAI, SGLang, vLLM-Omni,
 * stable-diffusion.cpp. Reference images go to {@code images/edits}, in order, and the prompt speaks of them by number.
 */
public final class OpenAiBackend implements ImageBackend {
    /** What an account may have under way is far more; a server of one's own draws one at a time. */
    private static final int AT_ONCE_HOSTED = 4;

    private final OpenAiSettings settings;
    private final Wire wire;
    private final Service service;

    private OpenAiBackend(OpenAiSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
        this.service = new Service(settings, wire, System::nanoTime);
    }

    /** @param http whose proxies and certificates are taken; threads and connections are not shared with it */
    public static OpenAiBackend of(OpenAiSettings settings, OkHttpClient http) {
        return new OpenAiBackend(settings, new Wire(settings.endpoint(), http, settings.timeout()));
    }

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public boolean draws(int width, int height) {
        return Sizes.of(service.presumedModel(), width, height).equals(width + "x" + height);
    }

    @Override
    public BackendProfile profile() throws BackendException {
        try {
            return known();
        } catch (WireFault e) {
            throw e.told(wire.endpoint());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireFault(Fault.UNREACHABLE, "interrupted while asking").told(wire.endpoint());
        }
    }

    private BackendProfile known() throws WireFault, InterruptedException {
        Model model = service.model();
        return new BackendProfile(
                model.family(), model.label(), service.references(), settings.isOpenAi() ? AT_ONCE_HOSTED : 1);
    }

    @Override
    public GenerationOutcome generate(GenerationRequest request, ProgressListener progress)
            throws BackendException, InterruptedException {
        try {
            ReferencePlan plan = ReferencePlan.of(request, service.references());
            Reply reply = ask(new ImagesRequest(settings, service.dialect(), service.model(), request, plan));
            if (isWithoutEdits(reply, plan)) {
                service.withoutEdits();
                plan = ReferencePlan.of(request, service.references());
                reply = ask(new ImagesRequest(settings, service.dialect(), service.model(), request, plan));
            }
            Optional<String> moderated = Refusals.moderation(reply);
            if (moderated.isPresent()) {
                return new Refused(moderated.get());
            }
            if (!reply.isSuccess()) {
                throw Refusals.fault(reply);
            }
            Reply taken = reply;
            ImagesAnswer answer = Delivery.once(wire.endpoint(), () -> ImagesAnswer.of(taken));
            Picture picture = Delivery.once(wire.endpoint(), () -> answer.picture(new Download(wire)));
            Optional<Refused> filtered = answer.refusal(picture);
            return filtered.isPresent()
                    ? filtered.get()
                    : new Generated(picture, DrawnSize.noted(notes(request, plan), request.composition(), picture));
        } catch (WireFault e) {
            throw e.told(wire.endpoint());
        }
    }

    private List<String> notes(GenerationRequest request, ReferencePlan plan) throws WireFault, InterruptedException {
        List<String> notes = new ArrayList<>(plan.notes());
        notes.addAll(
                new ImagesRequest(settings, service.dialect(), service.model(), request, plan).notes(service.habits()));
        return notes;
    }

    /** Asks until nothing that the server dislikes is left to change. */
    private Reply ask(ImagesRequest request) throws WireFault, InterruptedException {
        Habits habits = service.habits();
        while (true) {
            Reply reply = send(request, habits);
            Optional<Habits> other = Refusals.moderation(reply).isPresent()
                    ? Optional.empty()
                    : habits.after(reply, request.hasImages());
            if (other.isEmpty()) {
                if (reply.isSuccess()) {
                    service.learned(habits);
                }
                return reply;
            }
            habits = other.get();
        }
    }

    private Reply send(ImagesRequest request, Habits habits) throws WireFault, InterruptedException {
        if (!request.hasImages()) {
            return wire.draw(wire.url("images/generations"), request.generation(habits));
        }
        return service.way() == Way.IN_GENERATIONS
                ? wire.draw(wire.url("images/generations"), request.generationWithReferences(habits))
                : wire.draw(wire.url("images/edits"), request.edit(habits));
    }

    private boolean isWithoutEdits(Reply reply, ReferencePlan plan) {
        boolean missing = reply.status() == 405 || (reply.status() == 404 && !reply.says("model_not_found"));
        return missing && !plan.used().isEmpty() && service.way() == Way.EDITS;
    }

    @Override
    public Diagnosis diagnose() {
        return HostedDiagnosis.of(wire.endpoint(), this::asked);
    }

    private Diagnosis asked() throws WireFault, InterruptedException {
        return Findings.of(wire, service, known());
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public String toString() {
        return "OpenAiBackend[" + settings + "]";
    }
}

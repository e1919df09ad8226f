package dev.limner.image.gemini;

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
import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferencePlan;
import dev.limner.image.wire.Checked;
import dev.limner.image.wire.Delivery;
import dev.limner.image.wire.DrawnSize;
import dev.limner.image.wire.HostedDiagnosis;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import dev.limner.prompt.ModelFamily;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Draws with Gemini's image models: the prompt speaks of the reference images that follow it. */
public final class GeminiBackend implements ImageBackend {
    private static final int AT_ONCE = 4;

    private final GeminiSettings settings;
    private final Wire wire;

    private GeminiBackend(GeminiSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
    }

    /** @param http whose proxies and certificates are taken; threads and connections are not shared with it */
    public static GeminiBackend of(GeminiSettings settings, OkHttpClient http) {
        return new GeminiBackend(settings, new Wire(settings.endpoint(), http, settings.timeout()));
    }

    @Override
    public String name() {
        return "gemini";
    }

    /** It is told a shape, and draws near it; a square is of known size. */
    @Override
    public boolean draws(int width, int height) {
        boolean large = width == 2048 && !settings.isFirstGeneration();
        return width == height && (width == 1024 || large);
    }

    /** Read as prose by a language model that does not tell its limit. */
    @Override
    public BackendProfile profile() {
        return new BackendProfile(ModelFamily.GPT_IMAGE, settings.model(), references(), AT_ONCE);
    }

    private ReferenceAbility references() {
        return settings.isFirstGeneration()
                ? ReferenceAbility.words(3, "the model follows 3 images at most")
                : ReferenceAbility.words(14, "the model takes 14 images");
    }

    @Override
    public GenerationOutcome generate(GenerationRequest request, ProgressListener progress)
            throws BackendException, InterruptedException {
        ReferencePlan plan = ReferencePlan.of(request, references());
        try {
            Reply reply = wire.draw(
                    wire.url("models/" + settings.model() + ":generateContent"),
                    Wire.json(GeminiRequest.body(settings, request, plan)));
            GeminiAnswer answer = Delivery.once(wire.endpoint(), () -> GeminiAnswer.of(reply));
            Optional<String> refusal = answer.refusal();
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
            Picture picture = Delivery.once(wire.endpoint(), () -> Checked.picture(answer.picture(), answer.call()));
            List<String> notes =
                    GeminiRequest.prompt(request.composition(), plan).with(plan.notes());
            return new Generated(picture, DrawnSize.noted(notes, request.composition(), picture));
        } catch (WireFault e) {
            throw e.told(wire.endpoint());
        }
    }

    @Override
    public Diagnosis diagnose() {
        return HostedDiagnosis.of(wire.endpoint(), this::asked);
    }

    private Diagnosis asked() throws WireFault, InterruptedException {
        Reply reply = wire.get(wire.url("models/" + settings.model()));
        if (!reply.isSuccess()) {
            throw GeminiAnswer.fault(reply);
        }
        return HostedDiagnosis.well(wire.endpoint(), profile(), List.of());
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public String toString() {
        return "GeminiBackend[" + settings + "]";
    }
}

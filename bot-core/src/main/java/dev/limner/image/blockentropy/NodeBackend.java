package dev.limner.image.blockentropy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.avatar.AvatarKind;
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
import dev.limner.image.wire.Download;
import dev.limner.image.wire.DrawnSize;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.Filtered;
import dev.limner.image.wire.HostedDiagnosis;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Verdict;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import dev.limner.prompt.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;

/**
 * Draws with the node that Block Entropy published: {@code POST /v1/images/edits}, its images faces first, and their
 * kinds and weights in the field {@code user}. The node answers failures with status 200.
 */
public final class NodeBackend implements ImageBackend {
    private static final int MOST_REFERENCES = 8;

    private final NodeSettings settings;
    private final Wire wire;

    private NodeBackend(NodeSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
    }

    /** @param http whose proxies and certificates are taken; threads and connections are not shared with it */
    public static NodeBackend of(NodeSettings settings, OkHttpClient http) {
        return new NodeBackend(settings, new Wire(settings.endpoint(), http, settings.timeout()));
    }

    @Override
    public String name() {
        return "blockentropy";
    }

    @Override
    public BackendProfile profile() {
        String model = settings.model();
        return new BackendProfile(settings.drawingFamily(), model == null ? "the node's own" : model, references(), 1);
    }

    /** Its two IP-Adapters are those of SD 1.5 and SDXL; with other models it ignores images in silence. */
    private ReferenceAbility references() {
        return settings.drawingFamily().encoder() == Encoder.CLIP
                ? ReferenceAbility.numbers(MOST_REFERENCES, "the node is sent 8 references at most")
                : ReferenceAbility.none("the node takes references with SD 1.5 and SDXL only");
    }

    @Override
    public GenerationOutcome generate(GenerationRequest request, ProgressListener progress)
            throws BackendException, InterruptedException {
        ReferencePlan plan = ReferencePlan.of(request, references());
        try {
            Reply reply = wire.draw(wire.url("v1/images/edits"), NodeForm.of(settings, request, plan));
            JsonNode answer = answer(reply);
            Picture picture = picture(answer, reply);
            Optional<Refused> filtered =
                    Filtered.refusal(picture, answer, answer.path("data").path(0));
            return filtered.isPresent()
                    ? filtered.get()
                    : new Generated(picture, DrawnSize.noted(notes(plan), request.composition(), picture));
        } catch (WireFault e) {
            throw e.told(wire.endpoint());
        }
    }

    private static JsonNode answer(Reply reply) throws WireFault {
        if (!reply.isSuccess()) {
            throw Verdict.of(reply);
        }
        JsonNode answer = reply.json(Set.of("data", "b64_json"))
                .orElseThrow(() -> new WireFault(Fault.GARBLED, reply.describe()));
        if (answer.hasNonNull("error")) {
            throw Verdict.as(Fault.SERVER_ERROR, reply);
        }
        return answer;
    }

    /** With {@code b64_json}, {@code data} is the bare Base64 text; otherwise a list with an address. */
    private Picture picture(JsonNode answer, Reply reply) throws WireFault, InterruptedException {
        JsonNode data = answer.path("data");
        JsonNode first = data.path(0);
        if (data.isBinary() || data.isTextual()) {
            return Checked.picture(Checked.bytes(data, reply.call()), reply.call());
        }
        if (first.hasNonNull("b64_json")) {
            return Checked.picture(Checked.bytes(first.path("b64_json"), reply.call()), reply.call());
        }
        String url = first.path("url").asText("");
        if (url.isEmpty()) {
            throw new WireFault(Fault.NO_PICTURE, reply.describe());
        }
        return new Download(wire).onlyPicture(url);
    }

    private static List<String> notes(ReferencePlan plan) {
        List<String> notes = new ArrayList<>(plan.notes());
        for (AvatarKind kind : AvatarKind.values()) {
            NodeForm.averaged(plan, kind).ifPresent(notes::add);
        }
        return notes;
    }

    /** It has no route that tells anything: that it answers at all has to do. */
    @Override
    public Diagnosis diagnose() {
        return HostedDiagnosis.of(wire.endpoint(), this::asked);
    }

    private Diagnosis asked() throws WireFault, InterruptedException {
        Reply reply = wire.get(wire.endpoint().base());
        if (reply.status() == 401 || reply.status() == 403 || reply.status() >= 500) {
            throw Verdict.of(reply);
        }
        return HostedDiagnosis.well(wire.endpoint(), profile(), List.of());
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public String toString() {
        return "NodeBackend[" + settings + "]";
    }
}

package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.limner.image.GenerationOutcome.Generated;
import dev.limner.image.GenerationRequest;
import dev.limner.image.Network;
import dev.limner.image.NetworkPlan;
import dev.limner.image.Picture;
import dev.limner.image.PictureCheck;
import dev.limner.image.ProgressListener;
import dev.limner.image.ReferenceImage;
import dev.limner.image.ReferencePlan;
import dev.limner.image.SafeText;
import dev.limner.image.Troubles;
import dev.limner.image.wire.Checked;
import dev.limner.image.wire.DrawnSize;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.Remembered;
import dev.limner.image.wire.WireFault;
import dev.limner.prompt.Composition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request: drawn as asked, and where something of it makes the server fail, once more without that. */
final class Drawing {
    /** And one more for each image that may have to be left out. */
    private static final int MOST_TRIES = 4;

    private final ComfyApi api;
    private final Remembered<Server, WireFault> server;
    private final Troubles troubles;
    private final Uploads uploads;
    private final Run run;
    private final ProgressListener progress;
    private final Map<ReferenceImage, String> ruledOut = new LinkedHashMap<>();
    /** The same graph may do better now. */
    private boolean mayRepeat;

    Drawing(
            ComfyApi api,
            Remembered<Server, WireFault> server,
            Troubles troubles,
            Uploads uploads,
            Run run,
            ProgressListener progress) {
        this.api = api;
        this.server = server;
        this.troubles = troubles;
        this.uploads = uploads;
        this.run = run;
        this.progress = progress;
    }

    Generated draw(GenerationRequest request) throws WireFault, InterruptedException {
        Follower.Told told = new Follower.Told(progress);
        WireFault last = new WireFault(Fault.SERVER_ERROR, "nothing was tried");
        JsonNode before = MissingNode.getInstance();
        for (int i = 0; i < MOST_TRIES + request.references().size(); i++) {
            Server now = server.current();
            Recipe recipe = now.recipe(troubles);
            ReferencePlan plan = plan(request, recipe);
            NetworkPlan networks = now.networks(request.networks(), recipe.family());
            Job job = job(request, recipe, plan, networks);
            Graph graph = recipe.graph(job);
            if (graph.json().equals(before) && !mayRepeat) {
                throw last;
            }
            before = graph.json();
            mayRepeat = false;
            String name = request.id() + (last.fault() == Fault.EXPIRED ? " again" : "");
            boolean again = request.perhapsBegun() || i > 0;
            End end = run.of(name, again, graph, told.of(graph));
            if (end instanceof End.Done done) {
                try {
                    Picture picture = picture(done);
                    List<String> more = new ArrayList<>(recipe.notes(job));
                    filtered(graph, picture).ifPresent(more::add);
                    return new Generated(
                            picture, DrawnSize.noted(notes(plan, networks, more), request.composition(), picture));
                } catch (WireFault e) {
                    last = e;
                    if (e.fault() != Fault.EXPIRED) {
                        throw e;
                    }
                    mayRepeat = true;
                }
            } else {
                last = heal(end, graph);
            }
        }
        throw last;
    }

    private ReferencePlan plan(GenerationRequest request, Recipe recipe) {
        ReferencePlan plan = ReferencePlan.of(request, recipe.ability());
        for (Map.Entry<ReferenceImage, String> out : ruledOut.entrySet()) {
            plan = plan.without(out.getKey(), out.getValue());
        }
        return plan;
    }

    private Job job(GenerationRequest request, Recipe recipe, ReferencePlan plan, NetworkPlan networks)
            throws WireFault, InterruptedException {
        Composition composition = request.composition();
        String negative = recipe.family().honoursNegative() ? SafeText.COMFYUI.clean(composition.negative()) : "";
        return new Job(
                request,
                plan,
                SafeText.COMFYUI.clean(plan.prompt()) + embeddings(networks.embeddings()),
                negative,
                uploads.of(plan.used()),
                networks.loras());
    }

    /** Behind the gate for text, since it is a command. */
    private static String embeddings(List<Network> networks) {
        StringBuilder text = new StringBuilder();
        for (Network each : networks) {
            text.append(String.format(Locale.ROOT, ", (embedding:%s:%.2f)", each.file(), each.weight()));
        }
        return text.toString();
    }

    private Picture picture(End.Done done) throws WireFault, InterruptedException {
        List<JsonNode> images = done.images();
        if (images.isEmpty()) {
            throw new WireFault(Fault.NO_PICTURE, "the graph ended without an image");
        }
        byte[] bytes = api.view(images.get(images.size() - 1));
        return Checked.picture(bytes, "GET view");
    }

    private static List<String> notes(ReferencePlan plan, NetworkPlan networks, List<String> more) {
        List<String> notes = new ArrayList<>(plan.notes());
        notes.addAll(networks.notes());
        notes.addAll(more);
        return notes;
    }

    /** Nodes that check pictures say nothing of what they found: a black picture is all there is to tell it by. */
    private static Optional<String> filtered(Graph graph, Picture picture) {
        return graph.checker()
                .filter(checker -> PictureCheck.isBlack(picture))
                .map(checker -> "The picture is all black: the node " + checker
                        + " of the workflow seems to have filtered it. Change the prompt, then ask again.");
    }

    /**
     * Sees to it that the next try is another one.
     *
     * @return what to say when there is no next try
     * @throws WireFault when there is nothing that could be done without
     */
    private WireFault heal(End end, Graph graph) throws WireFault {
        if (end instanceof End.Interrupted) {
            throw new WireFault(Fault.STOPPED, "the job was interrupted at the server");
        }
        Remedy remedy = end instanceof End.Failed failed
                ? Remedy.of(failed, graph)
                : Remedy.of(((End.Invalid) end).answer(), graph);
        if (remedy instanceof Remedy.GiveUp giveUp) {
            throw giveUp.fault();
        } else if (remedy instanceof Remedy.Without without) {
            ruledOut.put(without.image(), without.why());
        } else if (remedy instanceof Remedy.WithoutAbility ability) {
            troubles.report(ability.ability(), ability.why());
        } else {
            uploads.forget();
            mayRepeat = true;
        }
        return new WireFault(Fault.MISSING_PART, "it fails, and there is nothing left to leave out: " + end);
    }
}

package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.CheckpointFamily;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferenceAbility.Limit;
import dev.limner.image.ReferenceAbility.Strength;
import dev.limner.image.ReferenceImage;
import dev.limner.image.Sampling;
import dev.limner.image.Troubles;
import dev.limner.prompt.ModelFamily;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The operator's own workflow, filled in. */
final class OwnGraph implements Recipe {
    private final OwnWorkflow workflow;
    private final ModelFamily family;
    private final @Nullable String named;
    private final String model;
    private final ObjectInfo info;
    private final Troubles troubles;

    /**
     * @param configured the model to draw with; null for the workflow's own
     * @param family what the model is; found by its name when null
     */
    OwnGraph(
            OwnWorkflow workflow,
            @Nullable String configured,
            @Nullable ModelFamily family,
            ObjectInfo info,
            Troubles troubles) {
        this.workflow = workflow;
        this.named = configured;
        this.model = configured == null ? workflow.model().orElse("own workflow") : configured;
        this.family = family != null
                ? family
                : workflow.family().or(() -> CheckpointFamily.of(model)).orElse(ModelFamily.SDXL);
        this.info = info;
        this.troubles = troubles;
    }

    @Override
    public ModelFamily family() {
        return family;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public String title() {
        return "the operator's own workflow with " + workflow.describe();
    }

    @Override
    public ReferenceAbility ability() {
        Limit faces = new Limit(workflow.faces(), "the workflow has room for " + count(workflow.faces(), "face"));
        Limit styles = new Limit(workflow.styles(), "the workflow has room for " + count(workflow.styles(), "style"));
        Limit together = new Limit(faces.most() + styles.most(), "the workflow has no more room");
        Strength strength = workflow.isWeighted() ? Strength.NUMBERS : Strength.WORDS;
        // the graph has one way for faces, whichever it is
        Limit left =
                troubles.with(Troubles.FACE_ID).map(why -> new Limit(0, why)).orElse(faces);
        return troubles.of(new ReferenceAbility(left, styles, together, strength));
    }

    @Override
    public List<String> notes(Job job) {
        List<String> notes = new ArrayList<>();
        if (!workflow.has(Placeholder.NEGATIVE) && !job.negative().isEmpty()) {
            notes.add("Not used: the negative prompt: the workflow has no place for it.");
        }
        if (!workflow.has(Placeholder.SEED)) {
            notes.add("The workflow has a seed of its own: a reroll draws the same picture again.");
        }
        return notes;
    }

    @Override
    public List<String> gaps() {
        return workflow.gaps(named);
    }

    @Override
    public List<String> more() {
        return workflow.faces() + workflow.styles() > 0
                ? List.of()
                : List.of("write {{face1}} or {{style1}} into the image of a LoadImage node of the workflow");
    }

    private static String count(int number, String word) {
        return number == 0 ? "no " + word : number + " " + word + (number == 1 ? "" : "s");
    }

    @Override
    public Graph graph(Job job) {
        ObjectNode nodes = workflow.copy();
        Graph graph = new Graph(nodes);
        leaveOutUnused(nodes, Placeholder.FACE, job.plan().faces().size(), workflow.faces());
        leaveOutUnused(nodes, Placeholder.STYLE, job.plan().styles().size(), workflow.styles());
        about(graph, Placeholder.FACE, job.plan().faces());
        about(graph, Placeholder.STYLE, job.plan().styles());
        Map<String, JsonNode> values = values(job);
        List<String> samplers = new ArrayList<>();
        nodes.properties().forEach(entry -> {
            ObjectNode inputs = (ObjectNode) entry.getValue().path("inputs");
            inputs.properties().forEach(input -> input.setValue(filled(input.getValue(), values)));
            String type = entry.getValue().path("class_type").asText().toLowerCase(Locale.ROOT);
            if (type.contains("sampler") && inputs.has("latent_image")) {
                samplers.add(entry.getKey());
            }
        });
        graph.samplers(samplers);
        return graph;
    }

    private void leaveOutUnused(ObjectNode nodes, String kind, int used, int slots) {
        for (int i = used + 1; i <= slots; i++) {
            new Bypass(nodes, info).leaveOut(kind + i);
        }
    }

    private void about(Graph graph, String kind, List<ReferenceImage> images) {
        Bypass ways = new Bypass(graph.json(), info);
        for (int i = 0; i < images.size(); i++) {
            for (String node : ways.reach(kind + (i + 1))) {
                if (graph.reference(node).isEmpty()) {
                    graph.about(node, images.get(i));
                }
            }
        }
    }

    private Map<String, JsonNode> values(Job job) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Sampling sampling = Sampling.of(family, model);
        Map<String, JsonNode> values = new HashMap<>();
        values.put(Placeholder.PROMPT, json.textNode(job.prompt()));
        values.put(Placeholder.NEGATIVE, json.textNode(job.negative()));
        values.put(Placeholder.SEED, json.numberNode(job.seed()));
        values.put(Placeholder.WIDTH, json.numberNode(job.width()));
        values.put(Placeholder.HEIGHT, json.numberNode(job.height()));
        values.put(Placeholder.STEPS, json.numberNode(sampling.steps()));
        values.put(Placeholder.CFG, json.numberNode(sampling.cfg()));
        values.put(Placeholder.MODEL, json.textNode(model));
        put(values, Placeholder.FACE, job, job.plan().faces());
        put(values, Placeholder.STYLE, job, job.plan().styles());
        return values;
    }

    private static void put(Map<String, JsonNode> values, String kind, Job job, List<ReferenceImage> images) {
        for (int i = 0; i < images.size(); i++) {
            String name = kind + (i + 1);
            values.put(name, JsonNodeFactory.instance.textNode(job.file(images.get(i))));
            values.put(
                    name + "_weight",
                    JsonNodeFactory.instance.numberNode(images.get(i).weight()));
        }
    }

    /** A value that is one placeholder becomes what stands for it, with its type; others stay text. */
    private static JsonNode filled(JsonNode value, Map<String, JsonNode> values) {
        if (!value.isTextual()) {
            return value;
        }
        Matcher matcher = Placeholder.PATTERN.matcher(value.asText());
        if (matcher.matches()) {
            // a weight whose picture is not there weighs nothing
            return values.getOrDefault(matcher.group(1), JsonNodeFactory.instance.numberNode(0));
        }
        String text = matcher.reset().replaceAll(found -> {
            JsonNode filling = values.get(found.group(1));
            return Matcher.quoteReplacement(filling == null ? "" : filling.asText());
        });
        return JsonNodeFactory.instance.textNode(text);
    }
}

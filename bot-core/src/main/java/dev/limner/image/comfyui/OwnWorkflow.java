package dev.limner.image.comfyui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.CheckpointFamily;
import dev.limner.prompt.ModelFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The operator's own graph in API format, with placeholders such as <code>{{prompt}}</code> in its inputs. Immutable;
 * what can be checked without a server is checked when it is read.
 */
public final class OwnWorkflow {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode nodes;
    private final TreeSet<String> placeholders;
    private final int faces;
    private final int styles;

    private OwnWorkflow(ObjectNode nodes, TreeSet<String> placeholders) throws WorkflowException {
        this.nodes = nodes;
        this.placeholders = placeholders;
        this.faces = slots(Placeholder.FACE);
        this.styles = slots(Placeholder.STYLE);
    }

    /** @param json a file made with "Export (API)", or "Save (API format)" in older ComfyUIs */
    public static OwnWorkflow parse(String json) throws WorkflowException {
        JsonNode read = read(json);
        if (read.path("nodes").isArray() && read.path("links").isArray()) {
            throw new WorkflowException("it is in the editor's format, which ComfyUI's API does not take. Export it"
                    + " once more with Workflow, Export (API)");
        }
        if (!read.isObject() || read.isEmpty()) {
            throw new WorkflowException("it is no graph in API format: an object of nodes is expected");
        }
        TreeSet<String> found = new TreeSet<>();
        for (var entry : read.properties()) {
            checkNode(entry.getKey(), entry.getValue(), read, found);
        }
        if (!found.contains(Placeholder.PROMPT)) {
            throw new WorkflowException(
                    "{{prompt}} is missing: write it into the text of the node that encodes the prompt");
        }
        return new OwnWorkflow((ObjectNode) read, found);
    }

    private static JsonNode read(String json) throws WorkflowException {
        try {
            JsonNode read = JSON.readTree(json);
            return read == null ? JSON.createObjectNode() : read;
        } catch (JsonProcessingException e) {
            throw new WorkflowException("it is no JSON: " + e.getOriginalMessage());
        }
    }

    private static void checkNode(String id, JsonNode node, JsonNode all, TreeSet<String> found)
            throws WorkflowException {
        if (!node.path("class_type").isTextual() || !node.path("inputs").isObject()) {
            throw new WorkflowException("node " + id + " has no class_type or no inputs");
        }
        for (var input : node.path("inputs").properties()) {
            JsonNode value = input.getValue();
            if (isLink(value) && !all.has(value.path(0).asText())) {
                throw new WorkflowException("input " + input.getKey() + " of node " + id + " leads to node "
                        + value.path(0).asText() + ", which is not there");
            }
            Matcher matcher = Placeholder.PATTERN.matcher(value.isTextual() ? value.asText() : "");
            while (matcher.find()) {
                found.add(Placeholder.known(matcher.group(1), id));
            }
        }
    }

    static boolean isLink(JsonNode value) {
        return value.isArray()
                && value.size() == 2
                && value.path(0).isTextual()
                && value.path(1).isInt();
    }

    private int slots(String kind) throws WorkflowException {
        int count = 0;
        while (placeholders.contains(kind + (count + 1))) {
            count++;
        }
        for (String placeholder : placeholders) {
            if (placeholder.matches(kind + "\\d+(_weight)?")
                    && Integer.parseInt(placeholder.replaceAll("\\D", "")) > count) {
                throw new WorkflowException("{{" + placeholder + "}} has no {{" + kind + (count + 1)
                        + "}} beside it: pictures are numbered from 1 without a gap");
            }
        }
        return count;
    }

    int faces() {
        return faces;
    }

    int styles() {
        return styles;
    }

    /** Whether weights go into numbers of the graph; otherwise the prompt speaks of them. */
    boolean isWeighted() {
        return placeholders.stream().anyMatch(p -> p.endsWith("_weight"));
    }

    /**
     * What of a request has no place in it, for the operator; empty when all has.
     *
     * @param model the configured one; null for none
     */
    public List<String> gaps(@Nullable String model) {
        List<String> gaps = new ArrayList<>();
        if (!has(Placeholder.WIDTH) || !has(Placeholder.HEIGHT)) {
            gaps.add("no {{width}} and {{height}}: pictures have its own size, whatever was asked for");
        }
        if (!has(Placeholder.SEED)) {
            gaps.add("no {{seed}}: a reroll draws the same picture again");
        }
        if (!has(Placeholder.NEGATIVE)) {
            gaps.add("no {{negative}}: negative prompts are not used");
        }
        if (model != null && !has(Placeholder.MODEL)) {
            gaps.add("no {{model}}: COMFYUI_MODEL is not used");
        }
        if (model == null && has(Placeholder.MODEL)) {
            gaps.add("{{model}}, and COMFYUI_MODEL, which it stands for, is not set");
        }
        return gaps;
    }

    boolean has(String placeholder) {
        return placeholders.contains(placeholder);
    }

    /** Such as {@code {{prompt}}, {{seed}}}, for people to read. */
    String describe() {
        List<String> all = new ArrayList<>();
        placeholders.forEach(p -> all.add("{{" + p + "}}"));
        return String.join(", ", all);
    }

    /** The model that it loads, when a loader of ComfyUI's own names it. */
    Optional<String> model() {
        for (JsonNode node : nodes) {
            for (String input : List.of("ckpt_name", "unet_name")) {
                String file = node.path("inputs").path(input).asText("");
                if (!file.isEmpty() && !file.contains("{{")) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    Optional<ModelFamily> family() {
        return model().flatMap(CheckpointFamily::of);
    }

    /** To be filled in and changed. */
    ObjectNode copy() {
        return nodes.deepCopy();
    }

    /** What keeps a server from running it; empty when nothing does. */
    List<String> faults(ObjectInfo info) {
        List<String> faults = new ArrayList<>();
        nodes.properties().forEach(entry -> {
            String type = entry.getValue().path("class_type").asText();
            if (!info.has(type)) {
                faults.add("the server has no node " + type + " (node " + entry.getKey()
                        + "): install the custom nodes that it is from");
            }
        });
        if (faults.isEmpty()) {
            for (int i = 1; i <= faces; i++) {
                new Bypass(copy(), info).check(Placeholder.FACE + i).ifPresent(faults::add);
            }
            for (int i = 1; i <= styles; i++) {
                new Bypass(copy(), info).check(Placeholder.STYLE + i).ifPresent(faults::add);
            }
        }
        return faults;
    }
}

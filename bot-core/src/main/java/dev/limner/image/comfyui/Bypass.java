package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a picture that is not there out of a workflow: the node that would apply it is left out, and what came after it
 * takes what went in. Used once.
 */
final class Bypass {
    /** Through these the rest of the graph runs past a node that applies a picture. */
    private static final List<String> THROUGH = List.of("model", "conditioning");

    private final ObjectNode nodes;
    private final ObjectInfo info;

    /** @param nodes is changed */
    Bypass(ObjectNode nodes, ObjectInfo info) {
        this.nodes = nodes;
        this.info = info;
    }

    private record Use(String node, String input, int slot) {}

    /** Why this picture cannot be left out; empty when it can. */
    Optional<String> check(String placeholder) {
        for (String holder : holders(placeholder)) {
            Optional<String> obstacle = remove(holder);
            if (obstacle.isPresent()) {
                return Optional.of("{{" + placeholder + "}} reaches node " + obstacle.get()
                        + ", which cannot be left out when there is no such picture: let it go through a node with an"
                        + " input model or conditioning, or into an optional input");
            }
        }
        return Optional.empty();
    }

    /** Takes out every node that holds the placeholder. */
    void leaveOut(String placeholder) {
        check(placeholder).ifPresent(obstacle -> {
            throw new IllegalStateException("checked before: " + obstacle);
        });
    }

    /** The nodes that a picture goes through, up to the one that applies it: what fails there fails because of it. */
    Set<String> reach(String placeholder) {
        Set<String> reached = new LinkedHashSet<>();
        holders(placeholder).forEach(holder -> follow(holder, reached));
        return reached;
    }

    private void follow(String id, Set<String> reached) {
        reached.add(id);
        for (Use use : uses(id)) {
            JsonNode user = nodes.path(use.node());
            String type = user.path("class_type").asText();
            if (isSampler(type) || reached.contains(use.node())) {
                continue;
            }
            if (past(user, type, id).isPresent() || info.isOptional(type, use.input())) {
                reached.add(use.node());
            } else {
                follow(use.node(), reached);
            }
        }
    }

    private List<String> holders(String placeholder) {
        List<String> holders = new ArrayList<>();
        nodes.properties().forEach(entry -> {
            for (JsonNode value : entry.getValue().path("inputs")) {
                if (value.asText("").replace(" ", "").equals("{{" + placeholder + "}}")) {
                    holders.add(entry.getKey());
                    return;
                }
            }
        });
        return holders;
    }

    /** @return the node that stands in the way */
    private Optional<String> remove(String id) {
        for (Use use : uses(id)) {
            if (!nodes.has(use.node())) {
                continue;
            }
            JsonNode user = nodes.path(use.node());
            String type = user.path("class_type").asText();
            Optional<JsonNode> past = past(user, type, id);
            if (past.isPresent()) {
                redirect(use.node(), past.get());
            } else if (info.isOptional(type, use.input())) {
                ((ObjectNode) user.path("inputs")).remove(use.input());
            } else if (uses(use.node()).isEmpty() || isSampler(type)) {
                return Optional.of(use.node() + " (" + type + ")");
            } else {
                Optional<String> obstacle = remove(use.node());
                if (obstacle.isPresent()) {
                    return obstacle;
                }
            }
        }
        nodes.remove(id);
        return Optional.empty();
    }

    private static boolean isSampler(String type) {
        return type.toLowerCase(Locale.ROOT).contains("sampler");
    }

    private static Optional<JsonNode> past(JsonNode user, String type, String removed) {
        if (isSampler(type)) {
            return Optional.empty();
        }
        return THROUGH.stream()
                .map(input -> user.path("inputs").path(input))
                .filter(value ->
                        OwnWorkflow.isLink(value) && !value.path(0).asText().equals(removed))
                .findFirst();
    }

    private void redirect(String node, JsonNode to) {
        for (Use use : uses(node)) {
            ((ObjectNode) nodes.path(use.node()).path("inputs")).set(use.input(), to);
        }
        JsonNode inputs = nodes.path(node).path("inputs");
        nodes.remove(node);
        inputs.forEach(this::leaveOutIdle);
    }

    /** A loader of adapters that nothing is applied by any more, but that the model still goes through, would run. */
    private void leaveOutIdle(JsonNode link) {
        String id = OwnWorkflow.isLink(link) ? link.path(0).asText() : "";
        JsonNode loader = nodes.path(id);
        JsonNode model = loader.path("inputs").path("model");
        boolean passes =
                loader.path("class_type").asText("").matches("IPAdapter.*Loader.*") && OwnWorkflow.isLink(model);
        if (passes && uses(id).stream().allMatch(use -> use.slot() == 0)) {
            redirect(id, model);
        }
    }

    private List<Use> uses(String id) {
        List<Use> uses = new ArrayList<>();
        nodes.properties()
                .forEach(entry -> entry.getValue().path("inputs").properties().forEach(input -> {
                    if (OwnWorkflow.isLink(input.getValue())
                            && input.getValue().path(0).asText().equals(id)) {
                        uses.add(new Use(
                                entry.getKey(),
                                input.getKey(),
                                input.getValue().path(1).asInt()));
                    }
                }));
        return uses;
    }
}

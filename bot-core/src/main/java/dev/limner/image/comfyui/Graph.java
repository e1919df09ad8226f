package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.ReferenceImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A graph in API format under construction. Not thread-safe. */
final class Graph {
    private static final Pattern CHECKER = Pattern.compile("(?i)safety|nsfw|censor");

    private final ObjectNode nodes;
    private final Map<String, ReferenceImage> references = new HashMap<>();
    private final List<String> samplers = new ArrayList<>();
    private String output = "";
    private int next = 1;

    Graph() {
        this(JsonNodeFactory.instance.objectNode());
    }

    /** @param nodes is changed */
    Graph(ObjectNode nodes) {
        this.nodes = nodes;
    }

    /** An output of a node. */
    record Link(String node, int slot) {
        ArrayNode json() {
            return JsonNodeFactory.instance.arrayNode().add(node).add(slot);
        }
    }

    /** A node that gets its inputs one by one. */
    final class Node {
        private final String id;
        private final ObjectNode inputs;

        private Node(String type) {
            id = String.valueOf(next++);
            inputs = nodes.putObject(id).put("class_type", type).putObject("inputs");
        }

        Node with(String input, String value) {
            inputs.put(input, value);
            return this;
        }

        Node with(String input, double value) {
            inputs.put(input, value);
            return this;
        }

        Node with(String input, long value) {
            inputs.put(input, value);
            return this;
        }

        Node with(String input, Link link) {
            inputs.set(input, link.json());
            return this;
        }

        Link out(int slot) {
            return new Link(id, slot);
        }

        /** Failures at this node are failures of this image. */
        Node about(ReferenceImage image) {
            references.put(id, image);
            return this;
        }

        /** Its steps are the picture's progress. */
        Node samples() {
            samplers.add(id);
            return this;
        }

        /** What it shows is the picture. */
        void shows() {
            output = id;
        }
    }

    Node node(String type) {
        return new Node(type);
    }

    void samplers(List<String> ids) {
        samplers.addAll(ids);
    }

    void about(String id, ReferenceImage image) {
        references.put(id, image);
    }

    ObjectNode json() {
        return nodes;
    }

    /** Nodes whose steps are the picture's progress. */
    List<String> samplers() {
        return List.copyOf(samplers);
    }

    /** The node that shows the picture; empty when any may. */
    Optional<String> output() {
        return output.isEmpty() ? Optional.empty() : Optional.of(output);
    }

    Optional<ReferenceImage> reference(String node) {
        return Optional.ofNullable(references.get(node));
    }

    Stream<String> nodesWithReference() {
        return references.keySet().stream().sorted();
    }

    /** The type of a node that, by its name, makes pictures black that it holds unfit. */
    Optional<String> checker() {
        return nodes.properties().stream()
                .map(node -> node.getValue().path("class_type").asText(""))
                .filter(type -> CHECKER.matcher(type).find())
                .findFirst();
    }

    /** The image that a node is there for: its own, otherwise that of the nearest node behind it. */
    Optional<ReferenceImage> served(String node) {
        List<String> near = new ArrayList<>(List.of(node));
        for (int i = 0; i < near.size(); i++) {
            Optional<ReferenceImage> image = reference(near.get(i));
            if (image.isPresent()) {
                return image;
            }
            behind(near.get(i)).filter(next -> !near.contains(next)).forEach(near::add);
        }
        return Optional.empty();
    }

    private Stream<String> behind(String node) {
        return nodes.properties().stream()
                .filter(other -> StreamSupport.stream(
                                other.getValue().path("inputs").spliterator(), false)
                        .anyMatch(input -> OwnWorkflow.isLink(input)
                                && input.path(0).asText().equals(node)))
                .map(Map.Entry::getKey);
    }

    String type(String node) {
        JsonNode found = nodes.path(node);
        return found.path("class_type").asText("");
    }
}

package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which nodes a server has, what each needs, and which files may be chosen: {@code /object_info}, read once. */
final class ObjectInfo {
    private final Map<String, Node> nodes = new HashMap<>();

    private record Node(Set<String> required, Set<String> optional, Map<String, List<String>> choices) {}

    static ObjectInfo of(JsonNode answer) {
        ObjectInfo info = new ObjectInfo();
        answer.properties().forEach(entry -> info.nodes.put(entry.getKey(), node(entry.getValue())));
        return info;
    }

    boolean has(String... classes) {
        return List.of(classes).stream().allMatch(nodes::containsKey);
    }

    /** Files or names that an input may have; empty when it has no such list. */
    List<String> choices(String type, String input) {
        Node node = nodes.get(type);
        return node == null ? List.of() : node.choices().getOrDefault(input, List.of());
    }

    boolean requires(String type, String input) {
        Node node = nodes.get(type);
        return node != null && node.required().contains(input);
    }

    boolean isOptional(String type, String input) {
        Node node = nodes.get(type);
        return node != null && node.optional().contains(input);
    }

    private static Node node(JsonNode node) {
        JsonNode input = node.path("input");
        Map<String, List<String>> choices = new HashMap<>();
        for (String group : List.of("required", "optional")) {
            input.path(group).properties().forEach(entry -> {
                List<String> names = choices(entry.getValue());
                if (!names.isEmpty()) {
                    choices.put(entry.getKey(), names);
                }
            });
        }
        return new Node(names(input.path("required")), names(input.path("optional")), choices);
    }

    /** {@code [["a", "b"], {...}]}, and since 2025 also {@code ["COMBO", {"options": ["a", "b"]}]}. */
    private static List<String> choices(JsonNode input) {
        JsonNode first = input.path(0);
        JsonNode list = first.isArray() ? first : input.path(1).path("options");
        List<String> names = new ArrayList<>();
        if (list.isArray() && (first.isArray() || first.asText("").equals("COMBO"))) {
            list.forEach(name -> names.add(name.asText("")));
        }
        return names;
    }

    private static Set<String> names(JsonNode group) {
        Set<String> names = new HashSet<>();
        group.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

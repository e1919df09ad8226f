package dev.limner.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Checks a value against a schema, as far as the gateway's description uses the language of schemas. */
final class Schema {
    private final JsonNode document;

    Schema(JsonNode document) {
        this.document = document;
    }

    /** What is wrong; empty for a value that fits. */
    List<String> faults(JsonNode schema, JsonNode value, String at) {
        List<String> faults = new ArrayList<>();
        JsonNode own = resolved(schema);
        String type = own.path("type").asText("");
        if (!type.isEmpty() && !isOf(type, value)) {
            faults.add(at + " is no " + type + ": " + value);
            return faults;
        }
        own.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add(at + " lacks " + name.asText());
            }
        });
        own.path("properties").properties().forEach(property -> {
            if (value.has(property.getKey())) {
                faults.addAll(faults(property.getValue(), value.get(property.getKey()), at + "." + property.getKey()));
            }
        });
        if (own.has("items")) {
            value.forEach(item -> faults.addAll(faults(own.get("items"), item, at + "[]")));
        }
        if (own.has("minimum") && value.asDouble() < own.get("minimum").asDouble()
                || own.has("maximum") && value.asDouble() > own.get("maximum").asDouble()) {
            faults.add(at + " is out of range: " + value);
        }
        if (own.has("anyOf")) {
            boolean fits = false;
            for (JsonNode choice : own.get("anyOf")) {
                fits |= faults(choice, value, at).isEmpty();
            }
            if (!fits) {
                faults.add(at + " is none of those described");
            }
        }
        return faults;
    }

    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalArgumentException(type);
        };
    }
}

package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.chat.Form;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A form as Discord shows it, and what it sends back when it is filled in. Pure. */
final class Modal {
    private static final int SELECT = 3;
    private static final int TEXT = 4;
    private static final int LABEL = 18;
    private static final int FILE_UPLOAD = 19;

    private Modal() {}

    /** Refuses what Discord refuses of a form. */
    static void check(JsonNode data) {
        JsonNode labels = data.path("components");
        if (data.path("title").asText().length() > 45
                || data.path("custom_id").asText().length() > 100
                || labels.isEmpty()
                || labels.size() > 5) {
            throw Refusal.invalid("modal");
        }
        Set<String> names = new HashSet<>();
        for (JsonNode label : labels) {
            JsonNode field = label.path("component");
            boolean tooLong = label.path("label").asText().length() > 45
                    || label.path("description").asText().length() > 100
                    || field.path("custom_id").asText().length() > 100
                    || field.path("value").asText().length()
                            > field.path("max_length").asInt(4000)
                    || field.path("max_length").asInt() > 4000
                    || field.path("options").size() > 25;
            boolean kind = switch (field.path("type").asInt()) {
                case SELECT, TEXT, FILE_UPLOAD -> true;
                default -> false;
            };
            if (tooLong || !kind || !names.add(field.path("custom_id").asText())) {
                throw Refusal.invalid("modal: " + label);
            }
        }
    }

    /** A form of texts, as the chat port knows it: one text, in however many fields. */
    static Form form(JsonNode data) {
        StringBuilder value = new StringBuilder();
        data.path("components")
                .forEach(label ->
                        value.append(label.path("component").path("value").asText("")));
        return new Form(
                data.path("custom_id").asText(),
                data.path("title").asText(),
                data.path("components").path(0).path("label").asText(),
                value.toString());
    }

    /** What is sent back of a text: as many fields as it needs. */
    static ObjectNode filled(Form form, String value) {
        ObjectNode data = Json.object().put("custom_id", form.id());
        ArrayNode components = data.putArray("components");
        int at = 0;
        do {
            int end = Math.min(value.length(), at + 4000);
            field(components, TEXT, "value" + (at == 0 ? "" : String.valueOf(components.size())))
                    .put("value", value.substring(at, end));
            at = end;
        } while (at < value.length());
        return data;
    }

    /**
     * What is sent back of a form with several fields: what stood there, where nothing else is given.
     *
     * @param attachment what is uploaded, as Discord describes it
     */
    static ObjectNode filled(JsonNode shown, Map<String, String> values, @Nullable ObjectNode attachment) {
        ObjectNode data = Json.object().put("custom_id", shown.path("custom_id").asText());
        ArrayNode components = data.putArray("components");
        for (JsonNode label : shown.path("components")) {
            JsonNode asked = label.path("component");
            String name = asked.path("custom_id").asText();
            ObjectNode field = field(components, asked.path("type").asInt(), name);
            switch (asked.path("type").asInt()) {
                case TEXT ->
                    field.put(
                            "value",
                            values.getOrDefault(name, asked.path("value").asText("")));
                case SELECT -> field.putArray("values").add(values.getOrDefault(name, chosen(asked)));
                default -> {
                    ArrayNode uploads = field.putArray("values");
                    if (attachment != null) {
                        String id = attachment.path("id").asText();
                        uploads.add(id);
                        data.putObject("resolved").putObject("attachments").set(id, attachment);
                    }
                }
            }
        }
        return data;
    }

    private static String chosen(JsonNode select) {
        for (JsonNode option : select.path("options")) {
            if (option.path("default").asBoolean()) {
                return option.path("value").asText();
            }
        }
        return "";
    }

    private static ObjectNode field(ArrayNode components, int type, String name) {
        int id = 2 * components.size() + 1;
        return components
                .addObject()
                .put("type", LABEL)
                .put("id", id)
                .putObject("component")
                .put("type", type)
                .put("id", id + 1)
                .put("custom_id", name);
    }
}

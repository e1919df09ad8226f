package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/** The commands that the bot registered, as Discord keeps and shows them. Thread-safe. */
final class Menu {
    private static final List<String> TEXTS = List.of("name", "description");

    private final Supplier<String> ids;
    private ArrayNode commands = Json.array();
    private int writes;

    Menu(Supplier<String> ids) {
        this.ids = ids;
    }

    synchronized ArrayNode replace(JsonNode wanted) {
        writes++;
        ArrayNode kept = Json.array();
        for (JsonNode command : wanted) {
            ObjectNode one = command.deepCopy();
            requireShort(one);
            one.put("id", ids.get()).put("application_id", Payloads.BOT).put("version", ids.get());
            for (String absent : List.of("dm_permission", "default_member_permissions")) {
                if (!one.has(absent)) {
                    one.putNull(absent);
                }
            }
            if (!one.has("type")) {
                one.put("type", 1);
            }
            kept.add(one);
        }
        commands = kept;
        return kept;
    }

    private static void requireShort(JsonNode part) {
        if (part.path("name").asText().length() > 32
                || part.path("description").asText().length() > 100) {
            throw Refusal.invalid("name or description: Must be between 1 and 100 in length.");
        }
        part.path("description_localizations").forEach(text -> {
            if (text.asText().isEmpty() || text.asText().length() > 100) {
                throw Refusal.invalid("description_localizations: Must be between 1 and 100 in length.");
            }
        });
        part.path("options").forEach(Menu::requireShort);
    }

    /** @param withTexts whether the texts in other languages are asked for as well */
    synchronized ArrayNode all(boolean withTexts) {
        ArrayNode shown = commands.deepCopy();
        if (!withTexts) {
            shown.forEach(Menu::withoutTexts);
        }
        return shown;
    }

    private static void withoutTexts(JsonNode part) {
        TEXTS.forEach(text -> ((ObjectNode) part).remove(text + "_localizations"));
        part.path("options").forEach(Menu::withoutTexts);
    }

    synchronized int writes() {
        return writes;
    }
}

package dev.limner.telegram.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.limner.telegram.inbox.RawUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One answer to a poll: updates by their numbers, each still as JSON, so that one that cannot be read stands in nobody's
 * way.
 *
 * @param readable false when the answer as a whole was no JSON; {@code updates} then has only numbers
 */
record Updates(List<RawUpdate> updates, boolean readable) {
    private static final Pattern NUMBER = Pattern.compile("\"update_id\"\\s*:\\s*(\\d{1,18})");

    Updates {
        updates = List.copyOf(updates);
    }

    static Updates read(String body, ObjectMapper json) {
        try {
            List<RawUpdate> found = new ArrayList<>();
            for (JsonNode update : json.readTree(body).path("result")) {
                JsonNode number = update.path("update_id");
                if (number.canConvertToLong()) {
                    found.add(new RawUpdate(number.asLong(), update.toString()));
                }
            }
            return new Updates(found, true);
        } catch (JsonProcessingException e) {
            List<RawUpdate> numbers = new ArrayList<>();
            Matcher matcher = NUMBER.matcher(body);
            while (matcher.find()) {
                numbers.add(new RawUpdate(Long.parseLong(matcher.group(1)), "{}"));
            }
            return new Updates(numbers, false);
        }
    }

    /** The number to ask for next. */
    OptionalLong next() {
        return updates.stream().mapToLong(u -> u.id() + 1).max();
    }
}

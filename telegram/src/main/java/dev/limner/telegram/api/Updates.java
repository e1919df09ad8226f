package dev.limner.telegram.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.limner.telegram.inbox.RawUpdate;
import java.io.IOException;
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

    /**
     * @throws IOException when it tells of no updates, nor that there are none: asked again at once, such a server would
     *     say the same
     */
    static Updates read(String body, ObjectMapper json) throws IOException {
        try {
            return of(json.readTree(body));
        } catch (JsonProcessingException e) {
            List<RawUpdate> numbers = new ArrayList<>();
            Matcher matcher = NUMBER.matcher(body);
            while (matcher.find()) {
                numbers.add(new RawUpdate(Long.parseLong(matcher.group(1)), "{}"));
            }
            return new Updates(numbers, false);
        }
    }

    private static Updates of(JsonNode answer) throws IOException {
        JsonNode result = answer.path("result");
        if (!result.isArray()) {
            throw new IOException("an answer without updates");
        }
        List<RawUpdate> found = new ArrayList<>();
        for (JsonNode update : result) {
            JsonNode number = update.path("update_id");
            if (number.canConvertToLong()) {
                found.add(new RawUpdate(number.asLong(), update.toString()));
            }
        }
        if (found.isEmpty() && !result.isEmpty()) {
            throw new IOException("updates without numbers");
        }
        return new Updates(found, true);
    }

    /** The number to ask for next. */
    OptionalLong next() {
        return updates.stream().mapToLong(u -> u.id() + 1).max();
    }
}

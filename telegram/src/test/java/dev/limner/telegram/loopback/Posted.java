package dev.limner.telegram.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message of the bot as it stands.
 *
 * @param kind {@code text}, {@code photo} or {@code document}
 * @param topic null outside topics
 * @param replyTo null where it answers nothing that was there
 * @param markup as given
 */
public record Posted(
        int id,
        String kind,
        @Nullable Integer topic,
        String text,
        @Nullable Integer replyTo,
        JsonNode markup,
        JsonNode entities,
        Call.@Nullable Upload file,
        boolean spoiler) {
    /** What Telegram makes a mention of. */
    private static final Pattern MENTION = Pattern.compile("(?<!\\w)@\\w{3,32}");

    /** Buttons: label, then data. */
    public List<List<String>> buttons() {
        List<List<String>> buttons = new ArrayList<>();
        for (JsonNode row : markup.path("inline_keyboard")) {
            for (JsonNode button : row) {
                buttons.add(List.of(
                        button.path("text").asText(),
                        button.path("callback_data").asText()));
            }
        }
        return buttons;
    }

    public boolean asksForReply() {
        return markup.path("force_reply").asBoolean();
    }

    /** The part of the text that a touch copies; empty for none. */
    public String copyable() {
        for (JsonNode entity : entities) {
            if (entity.path("type").asText().equals("pre")) {
                int offset = entity.path("offset").asInt();
                return text.substring(offset, offset + entity.path("length").asInt());
            }
        }
        return "";
    }

    public boolean mentionsSomebody() {
        return MENTION.matcher(text.replace(copyable(), "")).find()
                        && copyable().isEmpty()
                || entities.toString().contains("mention");
    }
}

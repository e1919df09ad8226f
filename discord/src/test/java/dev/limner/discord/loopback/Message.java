package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.chat.Button;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.chat.ChatUser.SeenFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message that stands somewhere. Guarded by its {@link Discordia}. */
final class Message {
    final String id;
    final String channel;
    final ObjectNode author;
    final boolean ours;
    final @Nullable String webhook;
    String content;
    List<SeenFile> files;
    /** What a person attached. */
    final ArrayNode attachments = Json.array();

    ArrayNode components;
    final @Nullable String replyTo;
    boolean pings;
    boolean edited;

    Message(
            String id,
            String channel,
            ObjectNode author,
            boolean ours,
            @Nullable String webhook,
            String content,
            @Nullable String replyTo) {
        this.id = id;
        this.channel = channel;
        this.author = author;
        this.ours = ours;
        this.webhook = webhook;
        this.content = content;
        this.files = List.of();
        this.components = Json.array();
        this.replyTo = replyTo;
    }

    Seen seen() {
        List<Button> buttons = new ArrayList<>();
        components.forEach(row -> row.path("components")
                .forEach(b -> buttons.add(
                        new Button(b.path("custom_id").asText(), b.path("label").asText()))));
        return new Seen(id, content, files, buttons, replyTo, pings);
    }
}

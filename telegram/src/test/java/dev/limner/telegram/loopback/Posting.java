package dev.limner.telegram.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The methods that make, change and delete messages. Called under the server's lock only. */
final class Posting {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final IntSupplier numbers;

    /** @param numbers of new messages */
    Posting(IntSupplier numbers) {
        this.numbers = numbers;
    }

    /** @param chat where it is; takes messages */
    JsonNode call(Chat chat, Call call) {
        return switch (call.method()) {
            case "sendmessage" -> message(chat, call);
            case "sendphoto" -> photo(chat, call);
            case "senddocument" -> document(chat, call);
            case "editmessagetext", "editmessagecaption" -> editText(chat, call);
            case "editmessagemedia" -> editMedia(chat, call);
            case "deletemessage" -> delete(chat, call);
            default -> throw new IllegalArgumentException(call.method());
        };
    }

    private JsonNode message(Chat chat, Call call) {
        String text = Rules.normal(call.text("text"));
        if (text.isEmpty()) {
            throw Refusal.badRequest("message text is empty");
        }
        if (text.length() > 4096) {
            throw Refusal.badRequest("message is too long");
        }
        return posted(chat, call, "text", text, null);
    }

    private JsonNode photo(Chat chat, Call call) {
        Call.Upload file = Rules.upload(call, "photo");
        Rules.checkPhoto(file.bytes());
        return posted(chat, call, "photo", Rules.caption(call.text("caption")), file);
    }

    private JsonNode document(Chat chat, Call call) {
        Call.Upload file = Rules.upload(call, "document");
        if (file.bytes().length > 50_000_000) {
            throw new Refusal(413, "Request Entity Too Large");
        }
        return posted(chat, call, "document", Rules.caption(call.text("caption")), file);
    }

    private ObjectNode posted(Chat chat, Call call, String kind, String text, Call.@Nullable Upload file) {
        Integer topic = topic(chat, call);
        Rules.checkMarkup(call.parameters().path("reply_markup"));
        Rules.checkEntities(call.parameters().path("entities"), text);
        int id = numbers.getAsInt();
        Posted posted = new Posted(
                id,
                kind,
                topic,
                text,
                reply(chat, call),
                call.parameters().path("reply_markup"),
                call.parameters().path("entities"),
                file,
                call.parameters().path("has_spoiler").asBoolean());
        chat.posted.put(id, posted);
        return json(chat, posted);
    }

    private static @Nullable Integer topic(Chat chat, Call call) {
        if (!call.has("message_thread_id")) {
            return null;
        }
        int topic = (int) call.number("message_thread_id");
        if (!chat.topics.contains(topic)) {
            throw Refusal.badRequest("message thread not found");
        }
        return topic;
    }

    private static @Nullable Integer reply(Chat chat, Call call) {
        JsonNode reply = call.parameters().path("reply_parameters");
        if (reply.isMissingNode() || reply.isNull()) {
            return null;
        }
        int to = reply.path("message_id").asInt();
        if (chat.has(to)) {
            return to;
        }
        if (!reply.path("allow_sending_without_reply").asBoolean()) {
            throw Refusal.badRequest("message to be replied not found");
        }
        return null;
    }

    static ObjectNode json(Chat chat, Posted posted) {
        ObjectNode message = NODES.objectNode()
                .put("message_id", posted.id())
                .put("date", Instant.now().getEpochSecond());
        message.set("chat", chat.json());
        message.set("from", Methods.me());
        if (posted.topic() != null) {
            message.put("message_thread_id", posted.topic()).put("is_topic_message", true);
        }
        message.put(posted.kind().equals("text") ? "text" : "caption", posted.text());
        if (posted.replyTo() != null) {
            ObjectNode answered = NODES.objectNode()
                    .put("message_id", posted.replyTo())
                    .put("date", Instant.now().getEpochSecond());
            answered.set("chat", chat.json());
            message.set("reply_to_message", answered);
        }
        return message;
    }

    private JsonNode editText(Chat chat, Call call) {
        Posted old = own(chat, call);
        boolean caption = call.method().equals("editmessagecaption");
        if (!caption && !old.kind().equals("text")) {
            throw Refusal.badRequest("there is no text in the message to edit");
        }
        String text = caption ? Rules.caption(call.text("caption")) : Rules.normal(call.text("text"));
        if (text.isEmpty() && !caption) {
            throw Refusal.badRequest("message text is empty");
        }
        if (text.length() > 4096) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        JsonNode markup = call.parameters().path("reply_markup");
        Rules.checkMarkup(markup);
        if (text.equals(old.text()) && markup.equals(old.markup())) {
            throw Refusal.badRequest("message is not modified: specified new message content and reply markup are"
                    + " exactly the same as a current content and reply markup of the message");
        }
        Posted edited = new Posted(
                old.id(),
                old.kind(),
                old.topic(),
                text,
                old.replyTo(),
                markup,
                call.parameters().path("entities"),
                old.file(),
                old.spoiler());
        chat.posted.put(old.id(), edited);
        return json(chat, edited);
    }

    private JsonNode editMedia(Chat chat, Call call) {
        Posted old = own(chat, call);
        JsonNode media = call.parameters().path("media");
        Call.Upload file = call.files().get(media.path("media").asText().replace("attach://", ""));
        if (file == null) {
            throw Refusal.badRequest("MEDIA_EMPTY");
        }
        if (media.path("type").asText().equals("photo")) {
            Rules.checkPhoto(file.bytes());
        }
        Posted edited = new Posted(
                old.id(),
                media.path("type").asText(),
                old.topic(),
                Rules.caption(media.path("caption").asText("")),
                old.replyTo(),
                call.parameters().path("reply_markup"),
                NODES.arrayNode(),
                file,
                media.path("has_spoiler").asBoolean());
        chat.posted.put(old.id(), edited);
        return json(chat, edited);
    }

    private static Posted own(Chat chat, Call call) {
        Posted posted = chat.posted.get((int) call.number("message_id"));
        if (posted == null) {
            throw Refusal.badRequest("message to edit not found");
        }
        return posted;
    }

    private JsonNode delete(Chat chat, Call call) {
        if (chat.posted.remove((int) call.number("message_id")) == null) {
            throw Refusal.badRequest("message to delete not found");
        }
        return NODES.booleanNode(true);
    }
}

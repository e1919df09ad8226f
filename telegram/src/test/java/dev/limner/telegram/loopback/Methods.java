package dev.limner.telegram.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** The methods of the Bot API that the bot calls, and the chats they work on. Thread-safe. */
public final class Methods {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final LoopbackBotApi api;
    private final Map<Long, Chat> chats = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<Long, Instant> resting = new HashMap<>();
    private final List<String> openQueries = new ArrayList<>();
    private final List<String[]> windows = new ArrayList<>();
    private boolean readsAll = true;
    private int lastMessage = 10;
    private int lastQuery;

    Methods(LoopbackBotApi api) {
        this.api = api;
    }

    /** Makes a chat, or gives the one there is. */
    public synchronized Chat chat(long id, String type, String title) {
        return chats.computeIfAbsent(id, i -> new Chat(i, type, title));
    }

    public synchronized void topic(long chat, int topic) {
        known(chat).forum = true;
        known(chat).topics.add(topic);
    }

    public synchronized void administrator(long chat, long person, boolean is) {
        if (is) {
            known(chat).administrators.add(person);
        } else {
            known(chat).administrators.remove(person);
        }
    }

    public synchronized void botIs(long chat, String status) {
        known(chat).botStatus = status;
    }

    /** Whether privacy mode is off. */
    public synchronized void botReadsAll(boolean all) {
        readsAll = all;
    }

    /** The group is a supergroup from now on; the old one takes nothing more. */
    public synchronized void migrate(long from, long to) {
        chat(to, "supergroup", known(from).title);
        known(from).migratedTo = to;
        known(to).administrators.addAll(known(from).administrators);
    }

    /** For so long, whatever is sent there is refused. */
    public synchronized void rest(long chat, int seconds) {
        resting.put(chat, Instant.now().plusSeconds(seconds));
    }

    public synchronized void file(String id, byte[] bytes) {
        files.put(id, bytes);
    }

    synchronized byte @Nullable [] file(String path) {
        return files.get(path.replace("files/", ""));
    }

    synchronized int newMessage(long chat) {
        known(chat).said.add(++lastMessage);
        return lastMessage;
    }

    synchronized String newQuery() {
        String id = "query" + ++lastQuery;
        openQueries.add(id);
        return id;
    }

    /** Queries that nobody answered. */
    public synchronized List<String> openQueries() {
        return List.copyOf(openQueries);
    }

    /** Texts of windows that were shown in answer to buttons. */
    public synchronized List<String> windows() {
        return windows.stream().map(w -> w[1]).toList();
    }

    /** What the bot posted and stands in a chat, oldest first. */
    public synchronized List<Posted> posted(long chat) {
        return List.copyOf(known(chat).posted.values());
    }

    synchronized ObjectNode chatJson(long chat) {
        return known(chat).json();
    }

    private Chat known(long id) {
        Chat chat = chats.get(id);
        if (chat == null) {
            throw Refusal.badRequest("chat not found");
        }
        return chat;
    }

    synchronized JsonNode call(Call call) {
        return switch (call.method()) {
            case "getme" -> me().put("can_read_all_group_messages", readsAll);
            case "setmycommands" -> commands(call);
            case "getwebhookinfo" -> NODES.objectNode().put("url", "").put("pending_update_count", 0);
            case "getchatadministrators" -> administrators(call);
            case "getchatmember" -> member(call);
            case "sendmessage" -> message(call);
            case "sendphoto" -> photo(call);
            case "senddocument" -> document(call);
            case "editmessagetext" -> editText(call);
            case "editmessagecaption" -> editText(call);
            case "editmessagemedia" -> editMedia(call);
            case "deletemessage" -> delete(call);
            case "answercallbackquery" -> answerQuery(call);
            case "getfile" -> getFile(call);
            default -> throw new Refusal(404, "Not Found: method not found");
        };
    }

    static ObjectNode me() {
        return NODES.objectNode()
                .put("id", LoopbackBotApi.BOT_ID)
                .put("is_bot", true)
                .put("first_name", "Limner")
                .put("username", LoopbackBotApi.BOT_NAME);
    }

    private static JsonNode commands(Call call) {
        JsonNode commands = call.parameters().path("commands");
        if (commands.size() > 100) {
            throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        for (JsonNode command : commands) {
            int description = command.path("description").asText().length();
            if (!command.path("command").asText().matches("[a-z0-9_]{1,32}") || description < 1 || description > 256) {
                throw Refusal.badRequest("BOT_COMMAND_INVALID");
            }
        }
        return NODES.booleanNode(true);
    }

    private JsonNode administrators(Call call) {
        Chat chat = target(call);
        ArrayNode all = LoopbackBotApi.array();
        chat.administrators.forEach(id -> {
            ObjectNode member = all.addObject().put("status", "administrator").put("can_be_edited", false);
            for (String right : List.of(
                    "is_anonymous",
                    "can_manage_chat",
                    "can_delete_messages",
                    "can_manage_video_chats",
                    "can_restrict_members",
                    "can_promote_members",
                    "can_change_info",
                    "can_invite_users",
                    "can_post_stories",
                    "can_edit_stories",
                    "can_delete_stories")) {
                member.put(right, true);
            }
            member.set(
                    "user",
                    NODES.objectNode().put("id", id).put("is_bot", false).put("first_name", "Admin"));
        });
        return all;
    }

    private JsonNode member(Call call) {
        Chat chat = target(call);
        if (call.number("user_id") != LoopbackBotApi.BOT_ID) {
            throw Refusal.badRequest("PARTICIPANT_ID_INVALID");
        }
        ObjectNode member = NODES.objectNode().put("status", chat.botStatus);
        member.set("user", me());
        return member;
    }

    private Chat target(Call call) {
        Chat chat;
        try {
            chat = known(Long.parseLong(call.chat()));
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("chat not found");
        }
        if (chat.migratedTo != null) {
            throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", null, chat.migratedTo);
        }
        if (chat.botStatus.equals("kicked")) {
            throw new Refusal(403, "Forbidden: bot was kicked from the group chat");
        }
        Instant rest = resting.get(chat.id);
        if (rest != null && Instant.now().isBefore(rest)) {
            throw Refusal.tooMany((int) (rest.getEpochSecond() - Instant.now().getEpochSecond()) + 1);
        }
        return chat;
    }

    private JsonNode message(Call call) {
        Chat chat = target(call);
        String text = normal(call.text("text"));
        if (text.isEmpty()) {
            throw Refusal.badRequest("message text is empty");
        }
        if (text.length() > 4096) {
            throw Refusal.badRequest("message is too long");
        }
        return posted(chat, call, "text", text, null);
    }

    private JsonNode photo(Call call) {
        Chat chat = target(call);
        Call.Upload file = upload(call, "photo");
        checkPhoto(file.bytes());
        return posted(chat, call, "photo", caption(call.text("caption")), file);
    }

    private JsonNode document(Call call) {
        Chat chat = target(call);
        Call.Upload file = upload(call, "document");
        if (file.bytes().length > 50_000_000) {
            throw new Refusal(413, "Request Entity Too Large");
        }
        return posted(chat, call, "document", caption(call.text("caption")), file);
    }

    private static Call.Upload upload(Call call, String name) {
        Call.Upload file = call.files().get(name);
        if (file == null) {
            file = call.files().get(call.text(name).replace("attach://", ""));
        }
        if (file == null || file.bytes().length == 0) {
            throw Refusal.badRequest("there is no " + name + " in the request");
        }
        return file;
    }

    private static void checkPhoto(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (bytes.length > 10_000_000) {
                throw new Refusal(413, "Request Entity Too Large");
            }
            if (image == null) {
                throw Refusal.badRequest("IMAGE_PROCESS_FAILED");
            }
            int w = image.getWidth();
            int h = image.getHeight();
            if (w + h > 10_000 || Math.max(w, h) > 20 * Math.min(w, h)) {
                throw Refusal.badRequest("PHOTO_INVALID_DIMENSIONS");
            }
        } catch (IOException e) {
            throw Refusal.badRequest("IMAGE_PROCESS_FAILED");
        }
    }

    private static String caption(String text) {
        String caption = normal(text);
        if (caption.length() > 1024) {
            throw Refusal.badRequest("message caption is too long");
        }
        return caption;
    }

    /** As the server cleans what it is given. */
    static String normal(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b-\\x1f]", " ").strip();
    }

    private ObjectNode posted(Chat chat, Call call, String kind, String text, Call.@Nullable Upload file) {
        Integer topic = topic(chat, call);
        checkMarkup(call.parameters().path("reply_markup"));
        checkEntities(call.parameters().path("entities"), text);
        int id = ++lastMessage;
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

    private static void checkMarkup(JsonNode markup) {
        for (JsonNode row : markup.path("inline_keyboard")) {
            for (JsonNode button : row) {
                int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
                if (bytes < 1 || bytes > 64) {
                    throw Refusal.badRequest("BUTTON_DATA_INVALID");
                }
                if (button.path("text").asText().isBlank()) {
                    throw Refusal.badRequest("can't parse inline keyboard button: Text buttons are unallowed");
                }
            }
        }
        String hint = markup.path("input_field_placeholder").asText("");
        if (hint.length() > 64) {
            throw Refusal.badRequest("REPLY_MARKUP_INVALID");
        }
    }

    private static void checkEntities(JsonNode entities, String text) {
        for (JsonNode entity : entities) {
            int end = entity.path("offset").asInt() + entity.path("length").asInt();
            if (end > text.length()) {
                throw Refusal.badRequest("ENTITY_BOUNDS_INVALID");
            }
        }
    }

    private ObjectNode json(Chat chat, Posted posted) {
        ObjectNode message = NODES.objectNode()
                .put("message_id", posted.id())
                .put("date", Instant.now().getEpochSecond());
        message.set("chat", chat.json());
        message.set("from", me());
        if (posted.topic() != null) {
            message.put("message_thread_id", posted.topic()).put("is_topic_message", true);
        }
        message.put(posted.kind().equals("text") ? "text" : "caption", posted.text());
        return message;
    }

    /** A message of the bot's, as it is in an update. */
    synchronized ObjectNode messageJson(long chat, int id) {
        Posted posted = known(chat).posted.get(id);
        if (posted == null) {
            throw new IllegalArgumentException("no message " + id);
        }
        return json(known(chat), posted);
    }

    private JsonNode editText(Call call) {
        Chat chat = target(call);
        Posted old = own(chat, call);
        boolean caption = call.method().equals("editmessagecaption");
        if (!caption && !old.kind().equals("text")) {
            throw Refusal.badRequest("there is no text in the message to edit");
        }
        String text = caption ? caption(call.text("caption")) : normal(call.text("text"));
        if (text.isEmpty() && !caption) {
            throw Refusal.badRequest("message text is empty");
        }
        if (text.length() > 4096) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        JsonNode markup = call.parameters().path("reply_markup");
        checkMarkup(markup);
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

    private JsonNode editMedia(Call call) {
        Chat chat = target(call);
        Posted old = own(chat, call);
        JsonNode media = call.parameters().path("media");
        Call.Upload file = call.files().get(media.path("media").asText().replace("attach://", ""));
        if (file == null) {
            throw Refusal.badRequest("MEDIA_EMPTY");
        }
        if (media.path("type").asText().equals("photo")) {
            checkPhoto(file.bytes());
        }
        Posted edited = new Posted(
                old.id(),
                media.path("type").asText(),
                old.topic(),
                caption(media.path("caption").asText("")),
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

    private JsonNode delete(Call call) {
        Chat chat = target(call);
        if (chat.posted.remove((int) call.number("message_id")) == null) {
            throw Refusal.badRequest("message to delete not found");
        }
        return NODES.booleanNode(true);
    }

    private JsonNode answerQuery(Call call) {
        if (!openQueries.remove(call.text("callback_query_id"))) {
            throw Refusal.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
        if (call.text("text").length() > 200) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        if (!call.text("text").isEmpty()) {
            windows.add(new String[] {call.text("callback_query_id"), call.text("text")});
        }
        return NODES.booleanNode(true);
    }

    private JsonNode getFile(Call call) {
        byte[] bytes = files.get(call.text("file_id"));
        if (bytes == null) {
            throw Refusal.badRequest("wrong file_id or the file is temporarily unavailable");
        }
        if (bytes.length > 20_000_000) {
            throw Refusal.badRequest("file is too big");
        }
        return NODES.objectNode()
                .put("file_id", call.text("file_id"))
                .put("file_unique_id", "u" + call.text("file_id"))
                .put("file_size", bytes.length)
                .put("file_path", "files/" + call.text("file_id"));
    }
}

package dev.limner.telegram.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of the Bot API that the bot calls, and the chats they work on. Thread-safe. */
public final class Methods {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> RIGHTS = List.of(
            "can_manage_chat",
            "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members",
            "can_promote_members",
            "can_change_info",
            "can_invite_users",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories");

    private final Map<Long, Chat> chats = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<Long, Instant> resting = new HashMap<>();
    private final List<String> openQueries = new ArrayList<>();
    private final List<String[]> windows = new ArrayList<>();
    private boolean readsAll = true;
    private String webhook = "";
    private int lastMessage = 10;
    private int lastQuery;
    private final Posting posting = new Posting(() -> ++lastMessage);

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

    /** Makes somebody an administrator who writes in the name of the chat. */
    public synchronized void anonymous(long chat, long person) {
        known(chat).administrators.add(person);
        known(chat).anonymous.add(person);
    }

    public synchronized void botIs(long chat, String status) {
        known(chat).botStatus = status;
    }

    /** Whether privacy mode is off. */
    public synchronized void botReadsAll(boolean all) {
        readsAll = all;
    }

    /** Updates are sent there, and to nobody who polls. */
    public synchronized void webhook(String address) {
        webhook = address;
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

    /** Somebody deletes a message of their own. */
    public synchronized void unsay(long chat, int message) {
        known(chat).said.remove(message);
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

    /** Waits until so many pictures stand in a chat. */
    public synchronized void awaitPictures(long chat, int count) throws InterruptedException {
        while (known(chat).posted.values().stream()
                        .filter(p -> p.file() != null)
                        .count()
                < count) {
            wait();
        }
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
            case "getwebhookinfo" ->
                NODES.objectNode()
                        .put("url", webhook)
                        .put("has_custom_certificate", false)
                        .put("pending_update_count", 0);
            case "getchatadministrators" -> administrators(call);
            case "getchatmember" -> member(call);
            case "answercallbackquery" -> answerQuery(call);
            case "getfile" -> getFile(call);
            case "sendmessage",
                    "sendphoto",
                    "senddocument",
                    "editmessagetext",
                    "editmessagecaption",
                    "editmessagemedia",
                    "deletemessage" -> changed(posting.call(target(call), call));
            default -> throw new Refusal(404, "Not Found: method not found");
        };
    }

    private JsonNode changed(JsonNode answer) {
        notifyAll();
        return answer;
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

    /** Other bots are never among them, and anonymous ones only where the bot is one too. */
    private JsonNode administrators(Call call) {
        ArrayNode all = LoopbackBotApi.array();
        Chat chat = target(call);
        boolean seesAll = chat.botStatus.equals("administrator");
        for (long id : chat.administrators) {
            boolean anonymous = chat.anonymous.contains(id);
            if (seesAll || !anonymous) {
                ObjectNode user =
                        NODES.objectNode().put("id", id).put("is_bot", false).put("first_name", "Admin");
                all.add(administrator(user).put("is_anonymous", anonymous));
            }
        }
        return seesAll ? all.add(administrator(me())) : all;
    }

    static ObjectNode administrator(ObjectNode user) {
        ObjectNode member = NODES.objectNode().put("status", "administrator").put("can_be_edited", false);
        member.put("is_anonymous", false);
        RIGHTS.forEach(right -> member.put(right, true));
        return member.set("user", user);
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

    /** A message of the bot's, as it is in an update. */
    synchronized ObjectNode messageJson(long chat, int id) {
        Posted posted = known(chat).posted.get(id);
        if (posted == null) {
            throw new IllegalArgumentException("no message " + id);
        }
        return Posting.json(known(chat), posted);
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

package dev.limner.telegram.loopback;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody in a chat or topic of the loopback Bot API. What is done has become an update on return. */
public final class Person {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern ENTITY = Pattern.compile("(?<![\\w/])(/[A-Za-z0-9_]+(?:@\\w+)?)|(?<!\\w)(@\\w{3,32})");

    private final LoopbackBotApi api;
    private final long chat;
    private final @Nullable Integer topic;
    private final long id;
    private final String name;
    private final @Nullable String userName;
    private final boolean anonymous;

    public Person(
            LoopbackBotApi api, long chat, @Nullable Integer topic, long id, String name, @Nullable String userName) {
        this(api, chat, topic, id, name, userName, false);
    }

    private Person(
            LoopbackBotApi api,
            long chat,
            @Nullable Integer topic,
            long id,
            String name,
            @Nullable String userName,
            boolean anonymous) {
        this.api = api;
        this.chat = chat;
        this.topic = topic;
        this.id = id;
        this.name = name;
        this.userName = userName;
        this.anonymous = anonymous;
    }

    public Person in(@Nullable Integer otherTopic) {
        return new Person(api, chat, otherTopic, id, name, userName, anonymous);
    }

    /** The same, in another chat. */
    public Person inChat(long otherChat) {
        return new Person(api, otherChat, null, id, name, userName, anonymous);
    }

    /** The same as an anonymous administrator: what they write comes from the group, what they press from them. */
    public Person anonymous() {
        return new Person(api, chat, topic, id, name, userName, true);
    }

    public long id() {
        return id;
    }

    public long chat() {
        return chat;
    }

    ObjectNode user() {
        ObjectNode user = NODES.objectNode().put("id", id).put("is_bot", false).put("first_name", name);
        return userName == null ? user : user.put("username", userName);
    }

    /** Stands in for all of them. */
    private static ObjectNode groupAnonymousBot() {
        return NODES.objectNode()
                .put("id", 1_087_968_824L)
                .put("is_bot", true)
                .put("first_name", "Group")
                .put("username", "GroupAnonymousBot");
    }

    /** A message without content, to be completed and pushed. */
    public ObjectNode message() {
        ObjectNode message = NODES.objectNode()
                .put("message_id", api.methods().newMessage(chat))
                .put("date", Instant.now().getEpochSecond());
        message.set("chat", api.methods().chatJson(chat));
        message.set("from", anonymous ? groupAnonymousBot() : user());
        if (anonymous) {
            message.set("sender_chat", api.methods().chatJson(chat));
        }
        if (topic != null) {
            message.put("message_thread_id", topic).put("is_topic_message", true);
            // as every message of a topic has it
            ObjectNode opener = NODES.objectNode()
                    .put("message_id", topic)
                    .put("message_thread_id", topic)
                    .put("is_topic_message", true)
                    .put("date", 1);
            opener.set("chat", api.methods().chatJson(chat));
            opener.set("from", user());
            opener.set(
                    "forum_topic_created",
                    NODES.objectNode().put("name", "A topic").put("icon_color", 1));
            message.set("reply_to_message", opener);
        }
        return message;
    }

    /** @return the message's number */
    public int push(ObjectNode message) {
        api.push("message", message);
        return message.path("message_id").asInt();
    }

    public int say(String text) {
        return push(withText(message(), "text", text));
    }

    public static ObjectNode withText(ObjectNode message, String field, String text) {
        message.put(field, text);
        ArrayNode entities = NODES.arrayNode();
        Matcher matcher = ENTITY.matcher(text);
        while (matcher.find()) {
            entities.addObject()
                    .put("type", matcher.group(1) == null ? "mention" : "bot_command")
                    .put("offset", matcher.start())
                    .put("length", matcher.end() - matcher.start());
        }
        if (!entities.isEmpty()) {
            message.set(field.equals("text") ? "entities" : "caption_entities", entities);
        }
        return message;
    }

    /** Gives the bot another status in the chat, such as {@code kicked}. */
    public void makesTheBot(String status) {
        ObjectNode change = NODES.objectNode().put("date", Instant.now().getEpochSecond());
        change.set("chat", api.methods().chatJson(chat));
        change.set("from", user());
        change.set("old_chat_member", member("member"));
        change.set("new_chat_member", member(status));
        api.methods().botIs(chat, status);
        api.push("my_chat_member", change);
    }

    private static ObjectNode member(String status) {
        if (status.equals("administrator")) {
            return Methods.administrator(Methods.me());
        }
        ObjectNode member = NODES.objectNode().put("status", status);
        if (status.equals("kicked")) {
            member.put("until_date", 0);
        }
        member.set("user", Methods.me());
        return member;
    }

    /** Replies to a message of the bot's. */
    public int reply(int to, String text) {
        return reply(to, withText(message(), "text", text));
    }

    /** Replies to a message of the bot's. */
    public int reply(int to, ObjectNode message) {
        message.set("reply_to_message", api.methods().messageJson(chat, to));
        return push(message);
    }

    /** Replies to a person's message. */
    public int reply(ObjectNode to, String text) {
        ObjectNode message = withText(message(), "text", text);
        message.set("reply_to_message", to);
        return push(message);
    }

    public void edit(int number, String text) {
        ObjectNode message = withText(message(), "text", text)
                .put("message_id", number)
                .put("edit_date", Instant.now().getEpochSecond());
        api.push("edited_message", message);
    }

    /** A photo in three sizes, of which the largest has these bytes. */
    public ObjectNode photo(byte[] largest) {
        ObjectNode message = message();
        ArrayNode sizes = message.putArray("photo");
        size(sizes, 90, new byte[] {1});
        size(sizes, 1280, largest);
        size(sizes, 320, new byte[] {2});
        return message;
    }

    private void size(ArrayNode sizes, int side, byte[] bytes) {
        String file = UUID.randomUUID().toString();
        api.methods().file(file, bytes);
        sizes.addObject()
                .put("file_id", file)
                .put("file_unique_id", "u" + file)
                .put("width", side)
                .put("height", side)
                .put("file_size", bytes.length);
    }

    public ObjectNode document(String fileName, String type, byte[] bytes) {
        String file = UUID.randomUUID().toString();
        api.methods().file(file, bytes);
        ObjectNode message = message();
        message.putObject("document")
                .put("file_id", file)
                .put("file_unique_id", "u" + file)
                .put("file_name", fileName)
                .put("mime_type", type)
                .put("file_size", bytes.length);
        return message;
    }

    /** Presses a button of a message that Telegram no longer shows to the bot. */
    public void pressOld(int message, String data) {
        ObjectNode pressed = NODES.objectNode()
                .put("id", api.methods().newQuery())
                .put("chat_instance", "1")
                .put("data", data);
        pressed.set("from", user());
        pressed.set(
                "message",
                NODES.objectNode()
                        .put("message_id", message)
                        .put("date", 0)
                        .set("chat", api.methods().chatJson(chat)));
        api.push("callback_query", pressed);
    }

    /** @return the query's id */
    public String press(int message, String data) {
        String query = api.methods().newQuery();
        ObjectNode pressed =
                NODES.objectNode().put("id", query).put("chat_instance", "1").put("data", data);
        pressed.set("from", user());
        pressed.set("message", api.methods().messageJson(chat, message));
        api.push("callback_query", pressed);
        return query;
    }
}

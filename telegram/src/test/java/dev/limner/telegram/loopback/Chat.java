package dev.limner.telegram.loopback;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A chat as the server knows it. Touched under the server's lock only. */
public final class Chat {
    final long id;
    final String type;
    final String title;
    final Set<Integer> topics = new HashSet<>();
    final Set<Long> administrators = new HashSet<>();
    /** Those of the administrators who write in the name of the chat. */
    final Set<Long> anonymous = new HashSet<>();
    /** Messages of the bot that stand, by their numbers. */
    final TreeMap<Integer, Posted> posted = new TreeMap<>();
    /** Numbers of other people's messages. */
    final Set<Integer> said = new HashSet<>();

    boolean forum;
    String botStatus = "member";

    @Nullable
    Long migratedTo;

    Chat(long id, String type, String title) {
        this.id = id;
        this.type = type;
        this.title = title;
    }

    ObjectNode json() {
        ObjectNode chat = JsonNodeFactory.instance.objectNode().put("id", id).put("type", type);
        if (type.equals("private")) {
            chat.put("first_name", title);
        } else {
            chat.put("title", title);
        }
        return forum ? chat.put("is_forum", true) : chat;
    }

    boolean has(int message) {
        return posted.containsKey(message) || said.contains(message);
    }
}

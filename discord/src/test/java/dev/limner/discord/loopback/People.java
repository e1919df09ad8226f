package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is there, and which roles they have. Thread-safe. */
final class People {
    private final Map<String, ObjectNode> users = new HashMap<>();
    private final Map<String, List<String>> roles = new HashMap<>(Map.of(Payloads.BOT, List.of(Payloads.BOT_ROLE)));
    private boolean takeDirect = true;

    synchronized ObjectNode add(String id, String name, String... roleNames) {
        ObjectNode user = Payloads.user(id, name, false);
        users.put(id, user);
        roles.put(
                id,
                List.of(roleNames).stream()
                        .map(role -> role.equals("Moderator") ? Payloads.MODERATOR_ROLE : Payloads.PLAYER_ROLE)
                        .toList());
        return user;
    }

    /** As in the events of servers. */
    synchronized ObjectNode memberOf(ObjectNode user) {
        return Payloads.member(user, roles.getOrDefault(user.path("id").asText(), List.of()))
                .put("permissions", "0");
    }

    synchronized Map<String, ObjectNode> all() {
        return Map.copyOf(users);
    }

    synchronized void refuseDirectMessages() {
        takeDirect = false;
    }

    synchronized ObjectNode openDirect(String user) {
        if (!takeDirect) {
            throw new Refusal(403, 50007, "Cannot send messages to this user");
        }
        return Json.object().put("id", Messages.DIRECT + user).put("type", 1);
    }
}

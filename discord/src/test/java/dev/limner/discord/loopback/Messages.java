package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.chat.ChatUser.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What stands in the channels; all that happens to it is told over the gateway, in order. Thread-safe. */
final class Messages {
    /** Begins the id of a channel that is between the bot and one person. */
    static final String DIRECT = "direct-";

    private final Servers servers;
    private final People people;
    private final Gate gate;
    private final Supplier<String> ids;
    private final Map<String, Message> standing = new LinkedHashMap<>();
    /** Discord's documentation, "Create Message": looked for "in the past few minutes". */
    private final Cache<String, String> nonces =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).build();

    private final Map<String, List<Seen>> direct = new HashMap<>();
    private CompletableFuture<Long> nextPicture = new CompletableFuture<>();

    Messages(Servers servers, People people, Gate gate, Supplier<String> ids) {
        this.servers = servers;
        this.people = people;
        this.gate = gate;
        this.ids = ids;
    }

    // --- what the bot does

    synchronized ObjectNode create(String channel, Body body) {
        JsonNode reference = body.json().path("message_reference").path("message_id");
        boolean isDirect = channel.startsWith(DIRECT);
        if (!isDirect) {
            servers.requireRights(channel, !body.files().isEmpty(), !reference.isMissingNode());
        }
        String nonce = body.json().path("nonce").asText("");
        boolean once = body.json().path("enforce_nonce").asBoolean() && !nonce.isEmpty();
        String before = once ? nonces.getIfPresent(nonce) : null;
        if (before != null) {
            return event(Objects.requireNonNull(standing.get(before)));
        }
        body.check(servers.fileLimit());
        if (!reference.isMissingNode()
                && !standing.containsKey(reference.asText())
                && body.json()
                        .path("message_reference")
                        .path("fail_if_not_exists")
                        .asBoolean(true)) {
            throw Refusal.invalid("message_reference: Unknown message");
        }
        Message message = new Message(
                ids.get(),
                channel,
                Payloads.user(Payloads.BOT, "Limner", true),
                true,
                null,
                body.json().path("content").asText(""),
                reference.isMissingNode() || !standing.containsKey(reference.asText()) ? null : reference.asText());
        fill(message, body);
        if (isDirect) {
            direct.computeIfAbsent(channel.substring(DIRECT.length()), c -> new ArrayList<>())
                    .add(message.seen());
            return event(message);
        }
        if (once) {
            nonces.put(nonce, message.id);
        }
        standing.put(message.id, message);
        wake(channel);
        gate.dispatch("MESSAGE_CREATE", event(message));
        if (!message.files.isEmpty()) {
            nextPicture.complete(System.nanoTime());
        }
        return event(message);
    }

    private static void fill(Message message, Body body) {
        message.files = body.files();
        if (body.json().path("components").isArray()) {
            message.components = body.json().path("components").deepCopy();
        }
        message.pings = body.pings();
    }

    synchronized ObjectNode change(String channel, String id, Body body) {
        servers.requireSight(channel);
        servers.requireOpen(channel);
        servers.requireFiles(channel, !body.files().isEmpty());
        Message message = find(channel, id);
        body.check(servers.fileLimit());
        message.content = body.json().path("content").asText("");
        fill(message, body);
        message.edited = true;
        gate.dispatch("MESSAGE_UPDATE", event(message));
        return event(message);
    }

    synchronized void remove(String channel, String id) {
        servers.requireSight(channel);
        find(channel, id);
        delete(id);
    }

    synchronized ObjectNode get(String channel, String id) {
        servers.requireSight(channel);
        return event(find(channel, id));
    }

    private Message find(String channel, String id) {
        Message message = standing.get(id);
        if (message == null || !message.channel.equals(channel)) {
            throw Refusal.unknownMessage();
        }
        return message;
    }

    // --- what everybody else does

    synchronized String say(Message message) {
        standing.put(message.id, message);
        wake(message.channel);
        gate.dispatch("MESSAGE_CREATE", event(message));
        return message.id;
    }

    /** A thread that sleeps is woken by what is written there. */
    private void wake(String channel) {
        if (servers.open(channel)) {
            gate.dispatch("THREAD_UPDATE", servers.channel(channel));
        }
    }

    synchronized void edit(String id, String content) {
        Message message = Objects.requireNonNull(standing.get(id));
        message.content = content;
        message.edited = true;
        gate.dispatch("MESSAGE_UPDATE", event(message));
    }

    /** What Discord tells when it has found the preview of a link. */
    synchronized void embed(String id) {
        gate.dispatch("MESSAGE_UPDATE", event(Objects.requireNonNull(standing.get(id))));
    }

    synchronized void delete(String id) {
        Message message = standing.remove(id);
        if (message != null) {
            gate.dispatch(
                    "MESSAGE_DELETE",
                    Json.object()
                            .put("id", id)
                            .put("channel_id", message.channel)
                            .put("guild_id", servers.of(message.channel)));
        }
    }

    synchronized void bulkDelete(String channel, List<String> gone) {
        gone.forEach(standing::remove);
        ObjectNode event = Json.object().put("channel_id", channel).put("guild_id", servers.of(channel));
        ArrayNode named = event.putArray("ids");
        gone.forEach(named::add);
        gate.dispatch("MESSAGE_DELETE_BULK", event);
    }

    // --- what is to be seen

    /** Ours. */
    synchronized List<Seen> in(String channel) {
        return standing.values().stream()
                .filter(m -> m.ours && m.channel.equals(channel))
                .map(Message::seen)
                .toList();
    }

    synchronized List<Seen> direct(String user) {
        return List.copyOf(direct.getOrDefault(user, List.of()));
    }

    synchronized ObjectNode json(String id) {
        return event(Objects.requireNonNull(standing.get(id)));
    }

    synchronized CompletableFuture<Long> nextPicture() {
        nextPicture = new CompletableFuture<>();
        return nextPicture;
    }

    private ObjectNode event(Message message) {
        ObjectNode json = Payloads.message(message, people.all()).put("guild_id", servers.of(message.channel));
        if (message.webhook == null) {
            ObjectNode member = people.memberOf(message.author);
            member.remove(List.of("user", "permissions"));
            json.set("member", member);
        }
        return json;
    }
}

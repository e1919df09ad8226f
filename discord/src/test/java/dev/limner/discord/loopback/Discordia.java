package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.chat.ChatUser;
import dev.limner.chat.ChatUser.Seen;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;

/**
 * The whole of it: one server with a few channels, people in them, and the bot that a test connects. REST, gateway and
 * the hosts of attachments share one port. Thread-safe.
 */
public final class Discordia implements AutoCloseable {
    public static final String TOKEN = "loopback.token.1";
    public static final String WRITING = Payloads.WRITING;
    public static final String OTHER = Payloads.OTHER;
    public static final String THREAD = Payloads.THREAD;
    public static final String FORUM = Payloads.FORUM;
    public static final String VOICE = Payloads.VOICE;
    /** A thread of {@link #WRITING}. */
    public static final String ASIDE = Payloads.ASIDE;

    public static final String ADULTS = Payloads.ADULTS;
    public static final String GUILD = Payloads.GUILD;

    /** Discord's documentation, "Uploading Files": 10 MiB, with boosts of tier 2 50 MB. */
    private static final long FILE = 10L << 20;

    private final MockWebServer server = new MockWebServer();
    private final Gate gate = new Gate(TOKEN, this);
    private final Rest rest = new Rest(this, gate);
    /** An id holds the time of its making, in milliseconds since 2015, above 22 bits. */
    private final AtomicLong ids = new AtomicLong(System.currentTimeMillis() - 1_420_070_400_000L << 22);

    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final Map<String, String> nonces = new HashMap<>();
    private final Map<String, ObjectNode> people = new HashMap<>();
    private final Map<String, List<String>> roles = new HashMap<>();
    private final Map<String, Interaction> interactions = new HashMap<>();
    private final Map<String, byte[]> uploads = new HashMap<>();
    private final Set<String> goneChannels = new HashSet<>();
    private final Map<String, List<Seen>> direct = new HashMap<>();
    private CompletableFuture<Long> nextPicture = new CompletableFuture<>();
    private ArrayNode commands = Json.array();
    private long botRights = Payloads.BOT_RIGHTS;
    private boolean contentGranted = true;
    private boolean takesDirect = true;

    /** How often the commands were written, and attachments were fetched. */
    final AtomicInteger commandWrites = new AtomicInteger();

    final AtomicInteger fetches = new AtomicInteger();

    private Discordia() {}

    /** On a free port. */
    public static Discordia open() throws IOException {
        Discordia world = new Discordia();
        world.server.setDispatcher(world.rest);
        world.server.start();
        return world;
    }

    /** The base address of the REST API. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/api/v10");
    }

    /** The host that attachments lie on, as an operator would name it. */
    public String cdn() {
        return "127.0.0.1:" + server.getPort();
    }

    String gatewayAddress() {
        return "ws://127.0.0.1:" + server.getPort() + "/gateway";
    }

    // --- what a test sets

    /** The operator did not turn Message Content on. */
    public synchronized void withholdContent() {
        contentGranted = false;
    }

    /** Before the bot connects. */
    public synchronized void takeRight(long right) {
        botRights &= ~right;
    }

    public synchronized void refuseDirectMessages() {
        takesDirect = false;
    }

    public synchronized void deleteChannel(String channel) {
        goneChannels.add(channel);
    }

    /** Somebody new in the server. */
    public synchronized Person person(String name, String... roleNames) {
        String id = newId();
        ObjectNode user = Payloads.user(id, name, false);
        people.put(id, user);
        List<String> held = new ArrayList<>();
        for (String role : roleNames) {
            held.add(role.equals("Moderator") ? Payloads.MODERATOR_ROLE : Payloads.PLAYER_ROLE);
        }
        roles.put(id, held);
        return new Person(this, user, WRITING);
    }

    /** What goes wrong from now on. */
    public Rest rest() {
        return rest;
    }

    public int commandWrites() {
        return commandWrites.get();
    }

    public int fetches() {
        return fetches.get();
    }

    public Line line() {
        return new Line(gate);
    }

    /** From now on the tokens of all interactions are refused, as 15 minutes later. */
    public synchronized void expireInteractions() {
        interactions.values().forEach(i -> i.expired = true);
    }

    /** Completes with {@link System#nanoTime()} when the next message with a file is posted. */
    public synchronized CompletableFuture<Long> nextPicture() {
        nextPicture = new CompletableFuture<>();
        return nextPicture;
    }

    public synchronized List<Interaction> interactions() {
        return List.copyOf(interactions.values());
    }

    public synchronized List<Seen> directMessages(String user) {
        return List.copyOf(direct.getOrDefault(user, List.of()));
    }

    /** Posts as a webhook does, such as a proxy's. */
    public synchronized String webhook(String channel, String name, String content) {
        String id = newId();
        ObjectNode author = Payloads.user("100000000000000050", name, true);
        return say(new Message(id, channel, author, false, "100000000000000050", content, null));
    }

    /** Posts as another bot does. */
    public synchronized String otherBot(String channel, String content) {
        ObjectNode author = Payloads.user("100000000000000060", "DiceBot", true);
        return say(new Message(newId(), channel, author, false, null, content, null));
    }

    /** Deletes several at once, as moderators' tools do. */
    public synchronized void bulkDelete(String channel, List<String> ids) {
        ids.forEach(messages::remove);
        ObjectNode event = Json.object().put("channel_id", channel).put("guild_id", GUILD);
        ArrayNode gone = event.putArray("ids");
        ids.forEach(gone::add);
        gate.dispatch("MESSAGE_DELETE_BULK", event);
    }

    /** Replaces the text of a message of anyone's. */
    public synchronized void edit(String id, String content) {
        Message message = Objects.requireNonNull(messages.get(id));
        message.content = content;
        message.edited = true;
        gate.dispatch("MESSAGE_UPDATE", event(message));
    }

    /** What Discord tells when it has found the preview of a link. */
    public synchronized void embed(String id) {
        gate.dispatch("MESSAGE_UPDATE", event(Objects.requireNonNull(messages.get(id))));
    }

    public synchronized void delete(String id) {
        Message message = messages.remove(id);
        if (message != null) {
            gate.dispatch(
                    "MESSAGE_DELETE",
                    Json.object()
                            .put("id", id)
                            .put("channel_id", message.channel)
                            .put("guild_id", GUILD));
        }
    }

    // --- what the bot meets

    synchronized boolean contentGranted() {
        return contentGranted;
    }

    synchronized String newId() {
        return Long.toString(ids.incrementAndGet());
    }

    synchronized List<Gate.Event> hello(String session) {
        ObjectNode ready = Json.object().put("v", 10).put("session_id", session);
        ready.put("resume_gateway_url", gatewayAddress());
        ready.set("user", Payloads.user(Payloads.BOT, "Limner", true));
        ready.putArray("guilds").add(Json.object().put("id", GUILD).put("unavailable", true));
        ready.putArray("private_channels");
        ready.putObject("application").put("id", Payloads.BOT).put("flags", 0);
        return List.of(new Gate.Event("READY", ready), new Gate.Event("GUILD_CREATE", Payloads.guild(botRights, 0)));
    }

    synchronized ArrayNode commands() {
        return commands;
    }

    synchronized ArrayNode replaceCommands(JsonNode wanted) {
        commandWrites.incrementAndGet();
        ArrayNode kept = Json.array();
        for (JsonNode command : wanted) {
            ObjectNode one = command.deepCopy();
            one.put("id", newId()).put("application_id", Payloads.BOT).put("version", newId());
            if (!one.has("type")) {
                one.put("type", 1);
            }
            one.putNull("name_localizations");
            one.putNull("description_localizations");
            one.putNull("dm_permission");
            if (!one.has("default_member_permissions")) {
                one.putNull("default_member_permissions");
            }
            kept.add(one);
        }
        commands = kept;
        return kept;
    }

    synchronized ObjectNode create(String channel, Body body) {
        boolean isDirect = channel.startsWith("direct-");
        if (!isDirect) {
            requireRights(channel);
        }
        String nonce = body.json().path("nonce").asText("");
        boolean once = body.json().path("enforce_nonce").asBoolean() && !nonce.isEmpty();
        if (once && nonces.containsKey(nonce)) {
            return event(Objects.requireNonNull(messages.get(nonces.get(nonce))));
        }
        body.check(FILE);
        JsonNode reference = body.json().path("message_reference").path("message_id");
        Message message = new Message(
                newId(),
                channel,
                Payloads.user(Payloads.BOT, "Limner", true),
                true,
                null,
                body.json().path("content").asText(""),
                reference.isMissingNode() || !messages.containsKey(reference.asText()) ? null : reference.asText());
        fill(message, body);
        if (isDirect) {
            direct.computeIfAbsent(channel.substring("direct-".length()), c -> new ArrayList<>())
                    .add(message.seen());
            return event(message);
        }
        if (once) {
            nonces.put(nonce, message.id);
        }
        messages.put(message.id, message);
        if (!message.files.isEmpty()) {
            nextPicture.complete(System.nanoTime());
        }
        gate.dispatch("MESSAGE_CREATE", event(message));
        return event(message);
    }

    private void fill(Message message, Body body) {
        message.files = body.files();
        if (body.json().path("components").isArray()) {
            message.components = body.json().path("components").deepCopy();
        }
        message.pings = body.pings();
    }

    private void requireRights(String channel) {
        if (goneChannels.contains(channel) || !channel.startsWith("1000000000000000")) {
            throw Refusal.unknownChannel();
        }
        if ((botRights & 1L << 10) == 0) {
            throw new Refusal(403, 50001, "Missing Access");
        }
        if ((botRights & 1L << 11) == 0) {
            throw new Refusal(403, 50013, "Missing Permissions");
        }
    }

    synchronized ObjectNode change(String channel, String id, Body body) {
        requireRights(channel);
        Message message = standing(channel, id);
        body.check(FILE);
        message.content = body.json().path("content").asText("");
        fill(message, body);
        message.edited = true;
        gate.dispatch("MESSAGE_UPDATE", event(message));
        return event(message);
    }

    synchronized void remove(String channel, String id) {
        standing(channel, id);
        delete(id);
    }

    synchronized ObjectNode get(String channel, String id) {
        return event(standing(channel, id));
    }

    private Message standing(String channel, String id) {
        Message message = messages.get(id);
        if (message == null || !message.channel.equals(channel)) {
            throw Refusal.unknownMessage();
        }
        return message;
    }

    synchronized ObjectNode openDirect(String user) {
        if (!takesDirect) {
            throw new Refusal(403, 50007, "Cannot send messages to this user");
        }
        return Json.object().put("id", "direct-" + user).put("type", 1);
    }

    synchronized Interaction interaction(String id, String token) {
        Interaction interaction = interactions.get(token);
        if (interaction == null || !interaction.id.equals(id) || interaction.expired) {
            throw new Refusal(404, 10062, "Unknown interaction");
        }
        return interaction;
    }

    synchronized Interaction open(String token) {
        Interaction interaction = interactions.get(token);
        if (interaction == null || interaction.expired) {
            throw new Refusal(401, 50027, "Invalid Webhook Token");
        }
        return interaction;
    }

    byte @Nullable [] upload(String path) {
        fetches.incrementAndGet();
        synchronized (this) {
            return uploads.get(path);
        }
    }

    // --- what people do

    synchronized String say(Message message) {
        messages.put(message.id, message);
        gate.dispatch("MESSAGE_CREATE", event(message));
        return message.id;
    }

    synchronized List<Seen> standing(String channel) {
        return messages.values().stream()
                .filter(m -> m.ours && m.channel.equals(channel))
                .map(Message::seen)
                .toList();
    }

    synchronized ObjectNode event(Message message) {
        ObjectNode json = Payloads.message(message, true, people).put("guild_id", GUILD);
        String author = message.author.path("id").asText();
        if (message.webhook == null) {
            ObjectNode member = Payloads.member(message.author, roles.getOrDefault(author, List.of()));
            member.remove("user");
            json.set("member", member);
        }
        return json;
    }

    synchronized ObjectNode message(String id) {
        return event(Objects.requireNonNull(messages.get(id)));
    }

    synchronized ObjectNode memberOf(ObjectNode user) {
        return Payloads.member(user, roles.getOrDefault(user.path("id").asText(), List.of()))
                .put("permissions", "0");
    }

    /** @return the attachment as Discord describes it, at a signed address */
    synchronized ObjectNode upload(String name, byte[] bytes, @Nullable String elsewhere) {
        String id = newId();
        String path = "/attachments/1/" + id + "/" + name;
        uploads.put(path, bytes);
        String url = (elsewhere == null ? "http://" + cdn() : elsewhere) + path + "?ex=6a00&is=69ff&hm=5ec4e7";
        return Json.object()
                .put("id", id)
                .put("filename", name)
                .put("size", bytes.length)
                .put("url", url)
                .put("proxy_url", url)
                .put("content_type", "image/png")
                .put("ephemeral", true);
    }

    synchronized Interaction begin(Interaction interaction, ObjectNode event) {
        interactions.put(interaction.token, interaction);
        gate.dispatch("INTERACTION_CREATE", event);
        return interaction;
    }

    /** @throws ChatUser.PlatformRefused for what Discord's clients do not send */
    static void requireSendable(String text) {
        boolean halves = text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                && !text.equals(new String(
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8));
        if (text.isBlank() || text.length() > 2000 || halves) {
            throw new ChatUser.PlatformRefused("Must be between 1 and 2000 in length.");
        }
    }

    @Override
    public void close() {
        gate.drop(1001);
        server.close();
    }
}

package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.chat.ChatUser;
import dev.limner.chat.ChatUser.Seen;
import dev.limner.loopback.PromptSockets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;

/**
 * The whole of it: a server with a few channels, people in them, and the bot that a test connects. REST, gateway and the
 * hosts of attachments share one port. Thread-safe.
 */
public final class Discordia implements AutoCloseable {
    public static final String TOKEN = "loopback.token.1";
    public static final String WRITING = Payloads.WRITING;
    public static final String PLAYER_ROLE = Payloads.PLAYER_ROLE;
    public static final String OTHER = Payloads.OTHER;
    public static final String THREAD = Payloads.THREAD;
    public static final String FORUM = Payloads.FORUM;
    public static final String VOICE = Payloads.VOICE;
    /** A thread of {@link #ADULTS}. */
    public static final String ADULTS_ASIDE = Payloads.ADULTS_ASIDE;
    /** A thread of {@link #WRITING}. */
    public static final String ASIDE = Payloads.ASIDE;
    /** Age-restricted. */
    public static final String ADULTS = Payloads.ADULTS;

    public static final String GUILD = Payloads.GUILD;
    /** A channel of the other server that is there once there are two connections. */
    public static final String ELSEWHERE = Payloads.ELSEWHERE;

    private final MockWebServer server = new MockWebServer();
    /** An id holds the time of its making, in milliseconds since 2015, above 22 bits. */
    private final AtomicLong ids = new AtomicLong(System.currentTimeMillis() - 1_420_070_400_000L << 22);

    private final Servers servers = new Servers();
    private final People people = new People();
    private final Gate gate = new Gate(TOKEN, servers, this::gatewayAddress);
    private final Messages messages = new Messages(servers, people, gate, this::newId);
    private final Interactions interactions = new Interactions(gate);
    private final Cdn cdn = new Cdn();
    private final Menu menu = new Menu(this::newId);
    private final Rest rest = new Rest(this, gate);

    private Discordia() {}

    /** On a free port. */
    public static Discordia open() throws IOException {
        Discordia world = new Discordia();
        world.server.setServerSocketFactory(new PromptSockets());
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

    String newId() {
        return Long.toString(ids.incrementAndGet());
    }

    // --- its parts

    /** What goes wrong from now on. */
    public Rest rest() {
        return rest;
    }

    public Line line() {
        return new Line(gate, servers);
    }

    public Rights rights() {
        return new Rights(servers, gate);
    }

    /** The attachments. */
    public Cdn files() {
        return cdn;
    }

    Servers servers() {
        return servers;
    }

    People people() {
        return people;
    }

    Messages messages() {
        return messages;
    }

    Interactions asked() {
        return interactions;
    }

    Menu menu() {
        return menu;
    }

    // --- what a test sets

    /** The operator did not turn Message Content on. */
    public void withholdContent() {
        servers.withholdContent();
    }

    public void refuseDirectMessages() {
        people.refuseDirectMessages();
    }

    boolean takes(@Nullable String authorization) {
        return ("Bot " + gate.token()).equals(authorization);
    }

    /** Or a thread. Of threads under a channel that goes, Discord tells nothing. */
    public void deleteChannel(String channel) {
        ObjectNode gone = servers.channel(channel);
        servers.deleteChannel(channel);
        gate.dispatch(gone.has("thread_metadata") ? "THREAD_DELETE" : "CHANNEL_DELETE", gone);
    }

    /** The bot is taken out of the server. */
    public void expel() {
        servers.expel();
        gate.dispatch("GUILD_DELETE", server());
    }

    /** The server is there again: the bot was invited, or an outage is over. */
    public void bringBack() {
        servers.bringBack();
        gate.dispatch("GUILD_CREATE", servers.json(GUILD));
    }

    /** Discord has lost the server for a while. */
    public void outage() {
        gate.dispatch("GUILD_DELETE", server().put("unavailable", true));
    }

    private static ObjectNode server() {
        return Json.object().put("id", GUILD);
    }

    /** What one attachment may have from now on, in bytes, as each interaction says. */
    public void fileLimit(long bytes) {
        servers.fileLimit(bytes);
    }

    /** Nothing was said in a thread for long; it stays to be read, and its messages may be deleted. */
    public void archive(String thread) {
        servers.archive(thread, false);
        gate.dispatch("THREAD_UPDATE", servers.channel(thread));
    }

    /** A moderator closed a thread, so that nobody else writes there. */
    public void lock(String thread) {
        servers.archive(thread, true);
        gate.dispatch("THREAD_UPDATE", servers.channel(thread));
    }

    /** Before the bot connects: a thread is private, and nobody has added the bot. */
    public void keepPrivate(String thread) {
        servers.keepPrivate(thread);
    }

    /** Before the bot connects: two connections are recommended, and there is a server for each. */
    public void recommendTwoConnections() {
        servers.shards(2);
        servers.addNextDoor();
    }

    /** Before the bot connects: there is a server for a second connection, though one is recommended. */
    public void addNextDoor() {
        servers.addNextDoor();
    }

    /** Before the bot connects: so many servers more. */
    public void addCrowd(int count, int channelsEach) {
        servers.addCrowd(count, channelsEach);
    }

    /** Somebody new in the server. */
    public Person person(String name, String... roles) {
        return new Person(this, people.add(newId(), name, roles), WRITING);
    }

    /** From now on the tokens of all interactions are refused, as 15 minutes later. */
    public void expireInteractions() {
        interactions.expire();
    }

    // --- what a test looks at

    public int commandWrites() {
        return menu.writes();
    }

    /** A registered command; missing where there is none. */
    public JsonNode command(String name) {
        for (JsonNode command : menu.all(true)) {
            if (command.path("name").asText().equals(name)) {
                return command;
            }
        }
        return Json.object().path(name);
    }

    /** Replaces what is registered, as an older version of the bot left it. */
    public void alterCommand(String name, String description) {
        var altered = menu.all(true);
        altered.forEach(command -> {
            if (command.path("name").asText().equals(name)) {
                ((ObjectNode) command).put("description", description);
            }
        });
        menu.replace(altered);
    }

    /** Completes with {@link System#nanoTime()} when the next message with a file is posted. */
    public CompletableFuture<Long> nextPicture() {
        return messages.nextPicture();
    }

    public List<Interaction> interactions() {
        return interactions.all();
    }

    public List<Seen> directMessages(String user) {
        return messages.direct(user);
    }

    // --- what others do

    /** Posts as a webhook does, such as a proxy's. */
    public String webhook(String channel, String name, String content) {
        ObjectNode author = Payloads.user("100000000000000050", name, true);
        return messages.say(new Message(newId(), channel, author, false, "100000000000000050", content, null));
    }

    /** Posts as another bot does. */
    public String otherBot(String channel, String content) {
        ObjectNode author = Payloads.user("100000000000000060", "DiceBot", true);
        return messages.say(new Message(newId(), channel, author, false, null, content, null));
    }

    /** Deletes several at once, as moderators' tools do. */
    public void bulkDelete(String channel, List<String> gone) {
        messages.bulkDelete(channel, gone);
    }

    /** Replaces the text of a message of anyone's. */
    public void edit(String id, String content) {
        messages.edit(id, content);
    }

    /** What Discord tells when it has found the preview of a link. */
    public void embed(String id) {
        messages.embed(id);
    }

    public void delete(String id) {
        messages.delete(id);
    }

    /** @return the attachment as Discord describes it, at a signed address */
    ObjectNode upload(String name, byte[] bytes, @Nullable String elsewhere) {
        return cdn.add(newId(), name, bytes, elsewhere == null ? "http://" + cdn() : elsewhere);
    }

    /** @throws ChatUser.PlatformRefused for what Discord's clients do not send */
    static void requireSendable(String text) {
        boolean halves = text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                && !text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        if (text.isBlank() || text.length() > 4000 || halves) {
            throw new ChatUser.PlatformRefused("Must be between 1 and 4000 in length.");
        }
    }

    @Override
    public void close() {
        cdn.release();
        gate.drop(1001);
        server.close();
    }
}

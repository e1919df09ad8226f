package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The gateway: sessions that can be resumed, with every event that they missed. Thread-safe. */
final class Gate {
    private static final int MESSAGE_CONTENT = 1 << 15;
    private static final int DISALLOWED_INTENTS = 4014;

    private volatile String token;
    private final Servers servers;
    private final Supplier<String> address;
    private final Map<String, Session> sessions = new HashMap<>();
    private final List<Connection> open = new ArrayList<>();
    private int heartbeatMillis = 41_250;
    private boolean answersHeartbeats = true;
    private boolean resumable = true;
    private int refusal;
    final AtomicInteger identifies = new AtomicInteger();
    final AtomicInteger resumes = new AtomicInteger();

    /** @param address where it is itself */
    Gate(String token, Servers servers, Supplier<String> address) {
        this.token = token;
        this.servers = servers;
        this.address = address;
    }

    WebSocketListener accept() {
        return new Connection();
    }

    synchronized void heartbeat(int millis, boolean answered) {
        heartbeatMillis = millis;
        answersHeartbeats = answered;
    }

    /** Turns out whoever logs in from now on. @param code as in {@link #turnOut} */
    synchronized void refuse(int code) {
        refusal = code;
    }

    /**
     * Sends an event to every session that serves its server, and one of no server to the first; a session without a
     * connection is sent it when it resumes.
     */
    synchronized void dispatch(String type, ObjectNode data) {
        String server = type.startsWith("GUILD_")
                ? data.path("id").asText()
                : data.path("guild_id").asText("0");
        sessions.values().stream()
                .filter(session -> session.part.serves(server))
                .forEach(session -> session.send(type, data));
    }

    /** Sends the newest event again with its number, as a replay does. */
    synchronized void repeatLast() {
        sessions.values().forEach(Session::repeatLast);
    }

    /** Cuts all connections as Discord does before a deployment. */
    synchronized void askToReconnect() {
        open.forEach(c -> c.send(Json.object().put("op", 7).putNull("d")));
    }

    /** Closes all connections without a word; they may be resumed. */
    synchronized void drop(int code) {
        List.copyOf(open).forEach(c -> c.close(code));
    }

    /** Closes all connections for good. @param code as in Discord's documentation, "Gateway Close Event Codes" */
    synchronized void turnOut(String newToken, int code) {
        token = newToken;
        drop(code);
    }

    String token() {
        return token;
    }

    /** Forgets all sessions, so that resuming fails. */
    synchronized void forgetSessions() {
        resumable = false;
        sessions.clear();
    }

    synchronized boolean hasReadySession() {
        return sessions.values().stream().anyMatch(s -> s.connection != null);
    }

    /** How many connections there are. */
    synchronized int connections() {
        return (int)
                sessions.values().stream().filter(s -> s.connection != null).count();
    }

    private synchronized void received(Connection from, JsonNode frame) {
        switch (frame.path("op").asInt()) {
            case 1 -> {
                if (answersHeartbeats) {
                    from.send(Json.object().put("op", 11));
                }
            }
            case 2 -> identify(from, frame.path("d"));
            case 6 -> resume(from, frame.path("d"));
            default -> {
                // presence and the like
            }
        }
    }

    private void identify(Connection from, JsonNode data) {
        identifies.incrementAndGet();
        if (refusal != 0) {
            from.close(refusal);
            return;
        }
        if (!data.path("token").asText().equals(token)) {
            from.close(4004);
            return;
        }
        boolean content = (data.path("intents").asInt() & MESSAGE_CONTENT) != 0;
        if (content && !servers.contentGranted()) {
            from.close(DISALLOWED_INTENTS);
            return;
        }
        resumable = true;
        Session session = new Session("session-" + identifies.get(), content, Part.of(data.path("shard")));
        sessions.put(session.id, session);
        session.connection = from;
        greet(session);
    }

    /** READY, and the servers that this session serves. */
    private void greet(Session session) {
        List<String> served =
                servers.ids().stream().filter(session.part::serves).toList();
        ObjectNode ready =
                Json.object().put("v", 10).put("session_id", session.id).put("resume_gateway_url", address.get());
        ready.set("user", Payloads.user(Payloads.BOT, "Limner", true));
        ArrayNode guilds = ready.putArray("guilds");
        served.forEach(id -> guilds.addObject().put("id", id).put("unavailable", true));
        ready.putArray("private_channels");
        ready.putArray("shard").add(session.part.number()).add(session.part.of());
        ready.putObject("application").put("id", Payloads.BOT).put("flags", 0);
        session.send("READY", ready);
        served.forEach(id -> session.send("GUILD_CREATE", servers.json(id)));
    }

    private void resume(Connection from, JsonNode data) {
        resumes.incrementAndGet();
        Session session = sessions.get(data.path("session_id").asText());
        if (session == null || !resumable) {
            from.send(Json.object().put("op", 9).put("d", false));
            return;
        }
        session.connection = from;
        session.replay(data.path("seq").asInt());
        session.send("RESUMED", Json.object());
    }

    /** Which of the servers a connection is for: Discord's documentation, "Sharding". */
    private record Part(int number, int of) {
        static Part of(JsonNode shard) {
            return new Part(shard.path(0).asInt(0), shard.path(1).asInt(1));
        }

        boolean serves(String server) {
            return (Long.parseUnsignedLong(server) >> 22) % of == number;
        }
    }

    private static final class Session {
        final String id;
        final boolean content;
        final Part part;
        private final List<String> sent = new ArrayList<>();

        @Nullable
        Connection connection;

        Session(String id, boolean content, Part part) {
            this.id = id;
            this.part = part;
            this.content = content;
        }

        void send(String type, ObjectNode data) {
            ObjectNode shown = data;
            if (!content && type.startsWith("MESSAGE_") && data.has("content")) {
                shown = data.deepCopy().put("content", "");
                shown.putArray("attachments");
            }
            ObjectNode frame = Json.object().put("op", 0).put("t", type).put("s", sent.size() + 1);
            frame.set("d", shown);
            String text = frame.toString();
            sent.add(text);
            if (connection != null) {
                connection.send(text);
            }
        }

        void repeatLast() {
            if (connection != null && !sent.isEmpty()) {
                connection.send(sent.get(sent.size() - 1));
            }
        }

        void replay(int after) {
            List.copyOf(sent.subList(after, sent.size())).forEach(frame -> {
                if (connection != null) {
                    connection.send(frame);
                }
            });
        }
    }

    private final class Connection extends WebSocketListener {
        private @Nullable WebSocket socket;

        void send(ObjectNode frame) {
            send(frame.toString());
        }

        void send(String frame) {
            if (socket != null) {
                socket.send(frame);
            }
        }

        void close(int code) {
            if (socket != null) {
                socket.close(code, "");
            }
            gone();
        }

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            synchronized (Gate.this) {
                socket = webSocket;
                open.add(this);
                ObjectNode hello = Json.object().put("op", 10);
                hello.putObject("d").put("heartbeat_interval", heartbeatMillis);
                send(hello);
            }
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            received(this, Json.read(text));
        }

        @Override
        public void onMessage(WebSocket webSocket, ByteString bytes) {
            throw new IllegalStateException("the encoding is JSON");
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.close(code == 1005 ? 1000 : code, "");
            gone();
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable t, @Nullable Response response) {
            gone();
        }

        private void gone() {
            synchronized (Gate.this) {
                open.remove(this);
                sessions.values().forEach(s -> {
                    if (s.connection == this) {
                        s.connection = null;
                    }
                });
            }
        }
    }
}

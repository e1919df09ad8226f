package dev.limner.telegram.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The Bot API on a free port of loopback: chats with people in them, updates that are given until they are acknowledged,
 * and methods that check what they are given as Telegram does. Thread-safe.
 */
public final class LoopbackBotApi implements AutoCloseable {
    public static final String TOKEN = "4242:loopback-token";
    public static final long BOT_ID = 4242;
    public static final String BOT_NAME = "limner_bot";

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // the server reads it once: without it, an answer of two packets waits 40 ms for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Methods methods = new Methods();
    private final Updates updates = new Updates();
    private final Map<String, Queue<Fault>> faults = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private volatile Duration slowness = Duration.ZERO;

    public LoopbackBotApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** The base address, with a path, as a server behind a proxy has. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tg");
    }

    public Methods methods() {
        return methods;
    }

    /** The next call of a method that is not yet to fail does. */
    public synchronized void fail(String method, Fault fault) {
        faults.computeIfAbsent(method.toLowerCase(Locale.ROOT), m -> new ArrayDeque<>())
                .add(fault);
    }

    /** How many calls of a method are yet to fail. */
    public synchronized int toFail(String method) {
        Queue<Fault> due = faults.get(method.toLowerCase(Locale.ROOT));
        return due == null ? 0 : due.size();
    }

    /** From now on, calls about a chat get no answer until the server is closed. */
    public void hang(long chat) {
        hanging.add(Long.toString(chat));
    }

    /** From now on each call but a poll takes so long before it is done, as over a network. */
    public void takeTime(Duration each) {
        slowness = each;
    }

    /** All calls so far, without polls. */
    public synchronized List<Call> calls(String method) {
        return calls.stream()
                .filter(call -> call.method().equalsIgnoreCase(method))
                .toList();
    }

    /** Adds an update. @return its number */
    public long push(String kind, JsonNode content) {
        return updates.add(kind, "{\"update_id\":%d,\"" + kind + "\":" + content.toString() + "}");
    }

    /** Adds the text of an update; {@code %d} in it becomes its number. */
    public long pushRaw(String update) {
        return updates.add("", update);
    }

    /** Gives an update that was given before. */
    public void again(long number, String update) {
        updates.again(number, update);
    }

    /** How many updates are not acknowledged. */
    public int waiting() {
        return updates.waiting();
    }

    /** The highest number that was acknowledged. */
    public long acknowledged() {
        return updates.acknowledged();
    }

    /** The highest number that was given to a poll. */
    public long given() {
        return updates.given();
    }

    /** The number of the newest update. */
    public long lastUpdate() {
        return updates.last();
    }

    public long polls() {
        return updates.polls();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String bot = "/tg/bot" + TOKEN + "/";
        String file = "/tg/file/bot" + TOKEN + "/";
        try (exchange) {
            if (path.startsWith(file)) {
                download(exchange, path.substring(file.length()));
            } else if (path.startsWith(bot)) {
                call(exchange, path.substring(bot.length()));
            } else {
                answer(exchange, new Refusal(401, "Unauthorized"));
            }
        }
    }

    private void call(HttpExchange exchange, String method) throws IOException {
        Call call = Call.read(method.toLowerCase(Locale.ROOT), exchange);
        Fault fault;
        synchronized (this) {
            Queue<Fault> due = faults.get(call.method());
            Fault next = due == null ? null : due.poll();
            fault = next == null || next.kind() == Fault.Kind.NONE ? null : next;
            if (!call.method().equals("getupdates")) {
                calls.add(call);
            }
        }
        if (fault != null && fault.kind() != Fault.Kind.CUT_AFTER) {
            fault.meanwhile().run();
            fail(exchange, fault);
            return;
        }
        try {
            if (call.method().equals("getupdates")) {
                send(exchange, 200, "application/json", updates.poll(call));
                return;
            }
            closing.await(slowness.toMillis(), TimeUnit.MILLISECONDS);
            if (hanging.contains(call.chat())) {
                closing.await();
                return;
            }
            JsonNode result = methods.call(call);
            if (fault == null) {
                ObjectNode answer = JSON.createObjectNode().put("ok", true);
                answer.set("result", result);
                send(exchange, 200, "application/json", JSON.writeValueAsString(answer));
            } else {
                fault.meanwhile().run();
            }
        } catch (Refusal refusal) {
            answer(exchange, refusal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault.kind()) {
            case REFUSED -> answer(exchange, java.util.Objects.requireNonNull(fault.refusal()));
            case NO_ANSWER -> send(exchange, 200, "application/json", fault.body());
            case HTML_502 -> send(exchange, 502, "text/html", "<html><body>502 Bad Gateway</body></html>");
            case HANG -> {
                try {
                    closing.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            default -> {}
        }
    }

    private void download(HttpExchange exchange, String path) throws IOException {
        byte[] bytes = methods.file(path);
        exchange.sendResponseHeaders(bytes == null ? 404 : 200, bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void answer(HttpExchange exchange, Refusal refusal) throws IOException {
        ObjectNode answer = JSON.createObjectNode()
                .put("ok", false)
                .put("error_code", refusal.code)
                .put("description", refusal.getMessage());
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        if (refusal.retryAfter != null) {
            parameters.put("retry_after", refusal.retryAfter);
        }
        if (refusal.migratedTo != null) {
            parameters.put("migrate_to_chat_id", refusal.migratedTo);
        }
        if (!parameters.isEmpty()) {
            answer.set("parameters", parameters);
        }
        send(exchange, refusal.code, "application/json", JSON.writeValueAsString(answer));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    @Override
    public void close() {
        closing.countDown();
        updates.close();
        server.stop(0);
        threads.shutdownNow();
    }
}

package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.loopback.PromptSockets;
import dev.limner.loopback.Recorded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A server that behaves like ComfyUI, on loopback: strict about graphs, telling of a job only to who submitted it, its
 * history empty until the job has ended.
 */
public final class FakeComfy implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final MockWebServer server = new MockWebServer();
    private final FakeNodes nodes;
    private final FakeWorker worker = new FakeWorker();
    private final List<JsonNode> graphs = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Runnable> before = new ConcurrentHashMap<>();
    private final Map<String, Deque<MockResponse>> instead = new ConcurrentHashMap<>();
    private final FakeInputs inputs;
    private final Set<String> embeddings = new HashSet<>();
    private final AtomicInteger expiring = new AtomicInteger();
    private volatile String password = "";
    private volatile boolean sockets = true;
    private volatile @Nullable FloodingSocket flood;

    public FakeComfy(FakeNodes nodes) {
        this.nodes = nodes;
        inputs = new FakeInputs(nodes);
        server.setServerSocketFactory(new PromptSockets());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                try {
                    MockResponse own = answer(request);
                    Deque<MockResponse> others = instead.getOrDefault(
                            request.getMethod() + " " + request.getUrl().encodedPath(), new ArrayDeque<>());
                    return Optional.ofNullable(others.poll()).orElse(own);
                } catch (IOException e) {
                    return new MockResponse.Builder()
                            .code(500)
                            .body(e.toString())
                            .build();
                }
            }
        });
    }

    /** With a checkpoint of SDXL and the nodes of IP-Adapter. */
    public static FakeNodes sdxl() {
        return new FakeNodes().withAdapters().files("checkpoints", "juggernautXL_v9.safetensors");
    }

    FakeComfy start() throws IOException {
        if (!server.getStarted()) {
            server.start(InetAddress.getLoopbackAddress(), 0);
        }
        return this;
    }

    FakeComfy password(String header) {
        password = header;
        return this;
    }

    FakeComfy withoutSockets() {
        sockets = false;
        return this;
    }

    /** Its websocket tells of nothing, and does harm. */
    void flooding(FloodingSocket socket) {
        flood = socket;
    }

    FakeComfy embeddings(String... names) {
        embeddings.addAll(List.of(names));
        return this;
    }

    /** The next pictures are gone when they are asked for. */
    FakeComfy expiring(int pictures) {
        expiring.set(pictures);
        return this;
    }

    /** Listens from now on. */
    public URI address() throws IOException {
        if (!server.getStarted()) {
            start();
        }
        return server.url("/").uri();
    }

    /** Whatever is asked for, it draws this. */
    public FakeComfy drawing(byte[] picture) {
        worker.drawing(picture);
        return this;
    }

    /** Whether a job is drawn or waits to be. */
    public boolean isBusy() {
        return worker.isDrawing() || worker.waiting() > 0;
    }

    /** Lets go of what it was asked for; what was uploaded and drawn stays. */
    public void forget() {
        calls.clear();
        graphs.clear();
        Recorded.forget(server);
    }

    FakeNodes nodes() {
        return nodes;
    }

    FakeWorker worker() {
        return worker;
    }

    /** What was submitted and taken. */
    List<JsonNode> graphs() {
        return graphs;
    }

    /** Such as {@code POST /prompt}. */
    List<String> calls() {
        return calls;
    }

    /** Happens once, before the next such call is answered. */
    void before(String call, Runnable event) {
        before.put(call, event);
    }

    /** The next such calls do what they do, and these answers come in place of its own. */
    void instead(String call, MockResponse... answers) {
        instead.put(call, new ConcurrentLinkedDeque<>(List.of(answers)));
    }

    long uploads() {
        return calls.stream().filter("POST /upload/image"::equals).count();
    }

    /** The bytes of a file in the input folder. */
    ByteString input(String name) {
        return inputs.file(name);
    }

    /** Somebody empties the input folder. */
    void loseInputs() {
        inputs.clear();
    }

    @Override
    public void close() {
        worker.close();
        server.close();
    }

    private MockResponse answer(RecordedRequest request) throws IOException {
        String path = request.getUrl().encodedPath();
        String call = request.getMethod() + " " + path;
        calls.add(call);
        Optional.ofNullable(before.remove(call)).ifPresent(Runnable::run);
        if (request.getHeaders().get("Origin") != null) {
            return new MockResponse.Builder().code(403).build();
        }
        if (!password.isEmpty() && !password.equals(request.getHeaders().get("Authorization"))) {
            return new MockResponse.Builder().code(401).body("who is there?").build();
        }
        if (path.startsWith("/history/")) {
            return json(200, worker.history(path.substring("/history/".length())));
        }
        return switch (call) {
            case "GET /ws" -> socket(request);
            case "GET /object_info" -> json(200, nodes.objectInfo());
            case "GET /system_stats" -> json(200, stats());
            case "GET /embeddings" -> json(200, names());
            case "GET /queue" -> json(200, worker.queue());
            case "POST /queue" -> delete(body(request));
            case "POST /interrupt" -> interrupt(body(request));
            case "POST /prompt" -> prompt(body(request));
            case "POST /upload/image" -> json(200, inputs.upload(request));
            case "GET /view" -> view(request);
            default ->
                new MockResponse.Builder().code(404).body("404: Not Found").build();
        };
    }

    private MockResponse socket(RecordedRequest request) {
        FloodingSocket harm = flood;
        if (harm != null) {
            return harm.answer(request);
        }
        return sockets
                ? new MockResponse.Builder()
                        .webSocketUpgrade(worker.listener(query(request, "clientId")))
                        .build()
                : new MockResponse.Builder().code(502).build();
    }

    private static ObjectNode stats() {
        ObjectNode stats = JSON.createObjectNode();
        stats.putObject("system").put("os", "posix").put("comfyui_version", "0.9.2");
        stats.putArray("devices").addObject().put("name", "cuda:0").put("type", "cuda");
        return stats;
    }

    private ArrayNode names() {
        ArrayNode names = JSON.createArrayNode();
        embeddings.forEach(names::add);
        return names;
    }

    private MockResponse prompt(JsonNode body) {
        JsonNode graph = body.path("prompt");
        String id = body.path("prompt_id").asText(UUID.randomUUID().toString());
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return json(400, error("invalid_prompt_id"));
        }
        if (!graph.isObject()) {
            return json(400, error("no_prompt"));
        }
        ObjectNode refusal = nodes.refusal(graph);
        if (refusal != null) {
            return json(400, refusal);
        }
        graphs.add(graph);
        int number = worker.submit(id, body.path("client_id").asText(""), graph);
        ObjectNode answer = JSON.createObjectNode().put("prompt_id", id).put("number", number);
        answer.putObject("node_errors");
        return json(200, answer);
    }

    private static ObjectNode error(String type) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error").put("type", type).put("message", type);
        body.putObject("node_errors");
        return body;
    }

    private MockResponse delete(JsonNode body) {
        body.path("delete").forEach(id -> worker.delete(id.asText()));
        return new MockResponse.Builder().code(200).build();
    }

    private MockResponse interrupt(JsonNode body) {
        worker.interrupt(body.path("prompt_id").asText(""));
        return new MockResponse.Builder().code(200).build();
    }

    private MockResponse view(RecordedRequest request) {
        byte[] picture = worker.picture(query(request, "filename"), query(request, "type"));
        if (picture == null || expiring.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            return new MockResponse.Builder().code(404).build();
        }
        return new MockResponse.Builder()
                .code(200)
                .setHeader("Content-Type", "image/png")
                .body(new Buffer().write(picture))
                .build();
    }

    private static String query(RecordedRequest request, String name) {
        return Objects.requireNonNull(request.getUrl().queryParameter(name));
    }

    private static JsonNode body(RecordedRequest request) throws IOException {
        ByteString sent = request.getBody();
        String text = sent == null ? "" : sent.utf8();
        return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
    }

    private static MockResponse json(int status, JsonNode body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body.toString())
                .build();
    }

    /** Nodes of a type in the last graph, in the order in which they were added. */
    List<JsonNode> inGraph(String type) {
        List<JsonNode> found = new ArrayList<>();
        graphs.get(graphs.size() - 1).forEach(node -> {
            if (node.path("class_type").asText().equals(type)) {
                found.add(node.path("inputs"));
            }
        });
        return found;
    }
}

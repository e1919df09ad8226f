package dev.limner.image.a1111;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.loopback.PromptSockets;
import dev.limner.loopback.Recorded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * A server that behaves like one of the programs that speak {@code /sdapi/v1}, on loopback, drawing a gradient of the
 * asked size. As strict as the originals about types and names. {@link #main} runs it for people.
 */
public final class FakeA1111 implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final FakeKind kind;
    private final MockWebServer server = new MockWebServer();
    private final FakeQueue queue = new FakeQueue();
    private final FakeAdapters adapters;
    private final FakeDescriptions descriptions;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger interrupts = new AtomicInteger();
    private final AtomicInteger serial = new AtomicInteger();
    private volatile FakePace pace = FakePace.atOnce();
    private volatile boolean taskProgress;
    private volatile int largestSide = 2048;
    private volatile @Nullable String password;
    private volatile @Nullable Function<RecordedRequest, @Nullable MockResponse> override;

    public FakeA1111(FakeKind kind) {
        this.kind = kind;
        this.taskProgress = kind.tellsTasks();
        this.adapters = new FakeAdapters(kind);
        this.descriptions = new FakeDescriptions(kind, adapters);
        server.setServerSocketFactory(new PromptSockets());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return answer(request);
            }
        });
    }

    public static void main(String[] args) throws IOException {
        FakeKind kind = FakeKind.valueOf((args.length > 0 ? args[0] : "a1111").toUpperCase(Locale.ROOT));
        int port = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        Duration each = Duration.ofMillis(args.length > 2 ? Long.parseLong(args[2]) : 5000);
        @SuppressWarnings("resource") // runs until the process ends
        FakeA1111 fake = new FakeA1111(kind).pace(FakePace.lasting(each)).start(port);
        System.out.println(kind + " at " + fake.address());
    }

    public FakeA1111 start() throws IOException {
        return start(0);
    }

    public FakeA1111 start(int port) throws IOException {
        server.start(InetAddress.getLoopbackAddress(), port);
        return this;
    }

    public FakeA1111 pace(FakePace next) {
        pace = next;
        return this;
    }

    /** The loaded checkpoint first. */
    public FakeA1111 models(String... titles) {
        descriptions.models(titles);
        return this;
    }

    /** With the models that ControlNet injects references by. */
    public FakeA1111 withAdapters() {
        adapters.models("ip-adapter-plus-face_sdxl_vit-h [677cbaeb]", "ip-adapter-plus_sdxl_vit-h [f1f19f7d]");
        return this;
    }

    FakeDescriptions descriptions() {
        return descriptions;
    }

    /** Files that its prompts, or its field, may name. */
    public FakeA1111 loras(String... names) {
        adapters.loras(names);
        return this;
    }

    public FakeA1111 samplers(String... names) {
        descriptions.samplers(names);
        return this;
    }

    /** As of before schedulers had a list of their own. */
    public FakeA1111 withoutSchedulers() {
        descriptions.withoutSchedulers();
        return this;
    }

    public FakeA1111 withoutTaskProgress() {
        taskProgress = false;
        return this;
    }

    /** Its owner's limit: larger pictures are drawn smaller. */
    public FakeA1111 largestSide(int pixels) {
        largestSide = pixels;
        return this;
    }

    /** {@code user:password} or a bearer token. */
    public FakeA1111 password(String wanted) {
        password = wanted;
        return this;
    }

    /** Answers in its place; it answers itself where that gives null. */
    public FakeA1111 answering(Function<RecordedRequest, @Nullable MockResponse> function) {
        override = function;
        return this;
    }

    public URI address() {
        return server.url("/").uri();
    }

    FakeAdapters adapters() {
        return adapters;
    }

    /** What {@code txt2img} was asked for. */
    public List<JsonNode> requests() {
        return requests;
    }

    /** Lets go of what it was asked for. */
    public void forget() {
        requests.clear();
        Recorded.forget(server);
    }

    public int interrupts() {
        return interrupts.get();
    }

    public boolean isDrawing() {
        return queue.running().isPresent();
    }

    public boolean isWaiting(String taskId) {
        return queue.isWaiting(taskId);
    }

    /** Somebody at the web page begins a picture, which goes on until the result is run. */
    public Runnable occupy() throws InterruptedException {
        FakeJob job = new FakeJob("task(web page)");
        queue.enter(job);
        return () -> queue.leave(job);
    }

    @Override
    public void close() {
        queue.close();
        server.close();
    }

    private MockResponse answer(RecordedRequest request) throws InterruptedException {
        Function<RecordedRequest, @Nullable MockResponse> replaced = override;
        MockResponse instead = replaced == null ? null : replaced.apply(request);
        if (instead != null) {
            return instead;
        }
        String path = request.getUrl().encodedPath();
        if (path.startsWith("/sdapi") && !isAuthorised(request)) {
            return json(401, JSON.createObjectNode().put("detail", "Incorrect username or password"));
        }
        return switch (path) {
            case "/sdapi/v1/txt2img" -> txt2img(body(request));
            case "/sdapi/v1/img2img" -> kind.tellsProgress() ? noInitImage() : notFound();
            case "/sdapi/v1/progress" -> kind.tellsProgress() ? json(200, progress()) : notFound();
            case "/internal/progress" -> taskProgress ? taskProgress(body(request)) : notFound();
            case "/sdapi/v1/interrupt" -> kind.tellsProgress() ? interrupt() : notFound();
            default -> {
                JsonNode description = descriptions.of(path);
                yield description == null ? notFound() : json(200, description);
            }
        };
    }

    private MockResponse txt2img(@Nullable JsonNode body) throws InterruptedException {
        if (body == null) {
            return json(422, FakeErrors.field("body", "value is not a valid dict"));
        }
        requests.add(body);
        MockResponse refusal = FakeErrors.refusal(body, kind, descriptions);
        refusal = refusal == null ? adapters.refusal(body) : refusal;
        if (refusal != null) {
            return refusal;
        }
        FakeJob job = new FakeJob(body.path("force_task_id").asText("task(" + serial.incrementAndGet() + ")"));
        queue.enter(job);
        try {
            pace.draw(job);
            return json(200, FakeAnswers.picture(body, kind, largestSide, adapters));
        } finally {
            queue.leave(job);
        }
    }

    private ObjectNode progress() {
        FakeJob job = queue.running().orElse(null);
        ObjectNode answer = JSON.createObjectNode();
        if (kind == FakeKind.SD_NEXT) {
            answer.put("id", job == null ? null : "sdnext-" + System.identityHashCode(job));
        }
        answer.put("progress", job == null ? 0 : job.progress()).put("eta_relative", 0);
        answer.putObject("state")
                .put("skipped", false)
                .put("interrupted", false)
                .put("job", job == null ? "" : "scripts_txt2img")
                .put("job_count", job == null ? 0 : 1)
                .put("job_no", 0)
                .put("job_timestamp", "20260801120000")
                .put("sampling_step", 0)
                .put("sampling_steps", 20);
        return answer.putNull("current_image").putNull("textinfo");
    }

    private MockResponse taskProgress(@Nullable JsonNode body) {
        if (body == null || !body.path("id_task").isTextual()) {
            return json(422, FakeErrors.field("id_task", "field required"));
        }
        String id = body.path("id_task").asText();
        FakeJob job = queue.running().filter(running -> running.id().equals(id)).orElse(null);
        return json(
                200,
                JSON.createObjectNode()
                        .put("active", job != null)
                        .put("queued", queue.isWaiting(id))
                        .put("completed", false)
                        .put("progress", job == null ? null : job.progress())
                        .putNull("eta")
                        .putNull("live_preview"));
    }

    /** Stops whatever runs. */
    private MockResponse interrupt() {
        interrupts.incrementAndGet();
        queue.running().ifPresent(FakeJob::interrupt);
        return kind == FakeKind.SD_NEXT
                ? new MockResponse.Builder().code(204).build()
                : json(200, JSON.createObjectNode());
    }

    private MockResponse noInitImage() {
        return FakeErrors.of(kind, 404, "HTTPException", "Init image not found");
    }

    private boolean isAuthorised(RecordedRequest request) {
        String wanted = password;
        if (wanted == null) {
            return true;
        }
        int colon = wanted.indexOf(':');
        String header = colon < 0
                ? "Bearer " + wanted
                : Credentials.basic(wanted.substring(0, colon), wanted.substring(colon + 1), StandardCharsets.UTF_8);
        return header.equals(request.getHeaders().get("Authorization"));
    }

    private static @Nullable JsonNode body(RecordedRequest request) {
        try {
            JsonNode body = request.getBody() == null
                    ? null
                    : JSON.readTree(request.getBody().utf8());
            return body != null && body.isObject() ? body : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static MockResponse notFound() {
        return json(404, JSON.createObjectNode().put("detail", "Not Found"));
    }

    static MockResponse json(int status, JsonNode body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body.toString())
                .build();
    }
}

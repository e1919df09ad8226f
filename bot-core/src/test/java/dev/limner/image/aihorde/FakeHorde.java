package dev.limner.image.aihorde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.wire.FakeService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** AI Horde on loopback, with one volunteer, who takes some looks to draw; as strict as the original. */
public final class FakeHorde extends FakeService {
    private static final Set<String> TOP = Set.of(
            "prompt",
            "params",
            "models",
            "nsfw",
            "censor_nsfw",
            "trusted_workers",
            "slow_workers",
            "r2",
            "shared",
            "replacement_filter");
    private static final Set<String> PARAMS = Set.of(
            "sampler_name",
            "cfg_scale",
            "seed",
            "width",
            "height",
            "steps",
            "n",
            "karras",
            "clip_skip",
            "loras",
            "tis");
    private static final Set<String> SAMPLERS = Set.of("k_euler", "k_euler_a", "k_dpmpp_2m", "k_dpmpp_sde", "lcm");
    private static final String WEBP = "/dev/limner/avatar/intake/lossy.webp";

    private static final class Job {
        private int looks;
        private boolean cancelled;
    }

    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final AtomicInteger serial = new AtomicInteger();
    private volatile int looksNeeded = 2;
    private volatile boolean possible = true;
    private volatile String state = "ok";
    private volatile @Nullable String key;
    private volatile String models = "[{\"name\":\"Deliberate\",\"count\":9,\"queued\":3,\"eta\":5,\"type\":\"image\"},"
            + "{\"name\":\"Idle XL\",\"count\":0,\"queued\":0,\"eta\":0,\"type\":\"image\"},"
            + "{\"name\":\"Hentai XL\",\"count\":30,\"queued\":0,\"eta\":0,\"type\":\"image\"},"
            + "{\"name\":\"AlbedoBase XL (SDXL)\",\"count\":4,\"queued\":1,\"eta\":7,\"type\":\"image\"},"
            + "{\"name\":\"Flux.1-Schnell fp8 (Compact)\",\"count\":2,\"queued\":1,\"eta\":7,\"type\":\"image\"}]";

    public FakeHorde start() {
        listen();
        return this;
    }

    FakeHorde looksNeeded(int looks) {
        looksNeeded = looks;
        return this;
    }

    FakeHorde impossible() {
        possible = false;
        return this;
    }

    FakeHorde state(String value) {
        state = value;
        return this;
    }

    FakeHorde key(String wanted) {
        key = wanted;
        return this;
    }

    FakeHorde models(String json) {
        models = json;
        return this;
    }

    /** What was taken. */
    public List<JsonNode> requests() {
        return requests;
    }

    boolean isDrawing() {
        return jobs.values().stream().anyMatch(job -> !job.cancelled && job.looks < looksNeeded);
    }

    @Override
    protected MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (path.equals("/made.webp")) {
            return bytes("image/webp", webp());
        }
        if (!path.startsWith("/api/v2/")) {
            return text(404, "text/html", "<html>no such page</html>");
        }
        String name = path.substring("/api/v2/".length());
        String id = name.substring(name.lastIndexOf('/') + 1);
        String call = request.getMethod() + " " + name.replace(id, "");
        return switch (call) {
            case "GET status/" -> status(200, models);
            case "POST generate/" -> submit(request);
            case "GET generate/check/" -> check(id);
            case "GET generate/status/" -> result(id);
            case "DELETE generate/status/" -> cancel(id);
            default -> error(404, "NotFound", "no such route");
        };
    }

    private MockResponse submit(RecordedRequest request) {
        String given = request.getHeaders().get("apikey");
        String wanted = key;
        if (given == null || (!given.equals("0000000000") && !given.equals(wanted))) {
            return error(401, "InvalidAPIKey", "No user matching sent API Key: " + given);
        }
        ObjectNode body = object(request);
        if (body == null) {
            return error(400, "ValidationError", "Input payload validation failed");
        }
        String fault = fault(body);
        if (fault != null) {
            return error(400, "ValidationError", fault);
        }
        JsonNode params = body.path("params");
        long pixels = params.path("width").asLong() * params.path("height").asLong();
        if (pixels > 1024 * 1024
                || params.path("steps").asInt() > 40
                || !body.path("slow_workers").asBoolean()) {
            return error(403, "KudosUpfront", "This request needs kudos upfront");
        }
        requests.add(body);
        String id = "job-" + serial.incrementAndGet();
        jobs.put(id, new Job());
        return status(202, "{\"id\":\"" + id + "\",\"kudos\":12.5,\"message\":\"Warning: No account\"}");
    }

    private static @Nullable String fault(ObjectNode body) {
        JsonNode params = body.path("params");
        boolean known =
                TOP.containsAll(names(body)) && params.isObject() && PARAMS.containsAll(names((ObjectNode) params));
        if (!known) {
            return "unknown field";
        }
        String prompt = body.path("prompt").asText("");
        if (!body.path("prompt").isTextual() || prompt.isBlank() || prompt.length() > 7000) {
            return "prompt";
        }
        if (!params.path("seed").isTextual()) {
            return "seed is not of type 'string'";
        }
        for (String side : List.of("width", "height")) {
            int pixels = params.path(side).asInt();
            if (!params.path(side).isInt() || pixels % 64 != 0 || pixels < 64 || pixels > 3072) {
                return side + " is not a multiple of 64";
            }
        }
        if (params.path("loras").size() > 5 || params.path("tis").size() > 20) {
            return "too many loras or tis";
        }
        if (!SAMPLERS.contains(params.path("sampler_name").asText())) {
            return "sampler_name";
        }
        boolean models = body.path("models").isArray() && body.path("models").size() == 1;
        return models && params.path("n").asInt() == 1 && params.path("steps").isInt() ? null : "models, n or steps";
    }

    private static Set<String> names(ObjectNode node) {
        return node.properties().stream().map(Map.Entry::getKey).collect(java.util.stream.Collectors.toSet());
    }

    private MockResponse check(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            return error(404, "RequestNotFound", "Request with ID not found");
        }
        job.looks++;
        boolean done = job.looks >= looksNeeded;
        return json(
                200,
                JSON.createObjectNode()
                        .put("finished", done ? 1 : 0)
                        .put("processing", done ? 0 : 1)
                        .put("restarted", 0)
                        .put("waiting", 0)
                        .put("done", done)
                        .put("faulted", state.equals("faulted"))
                        .put("wait_time", done ? 0 : Math.max(1, looksNeeded - job.looks))
                        .put("queue_position", 0)
                        .put("kudos", 12.5)
                        .put("is_possible", possible));
    }

    private MockResponse result(String id) {
        if (!jobs.containsKey(id)) {
            return error(404, "RequestNotFound", "Request with ID not found");
        }
        ObjectNode answer = JSON.createObjectNode().put("done", true).put("shared", false);
        answer.putArray("generations")
                .addObject()
                .put("img", url("/made.webp"))
                .put("seed", "7")
                .put("id", "g1")
                .put("censored", state.equals("censored"))
                .put("model", "AlbedoBase XL (SDXL)")
                .put("worker_name", "somebody")
                .put("state", state.equals("faulted") ? "ok" : state);
        return json(200, answer);
    }

    private MockResponse cancel(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            return error(404, "RequestNotFound", "Request with ID not found");
        }
        job.cancelled = true;
        return status(200, "{\"finished\":0,\"done\":true,\"generations\":[]}");
    }

    static MockResponse error(int status, String rc, String message) {
        return json(status, JSON.createObjectNode().put("message", message).put("rc", rc));
    }

    static byte[] webp() {
        try (InputStream in = FakeHorde.class.getResourceAsStream(WEBP)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.PictureCheck;
import dev.limner.image.Pictures;
import dev.limner.image.UnusablePictureException;
import dev.limner.image.wire.FakeService;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * stable-diffusion.cpp's {@code sd-server} on loopback, by its own protocol: jobs that wait, are drawn one after another
 * and can be cancelled while they wait. Each question finds a job one step further.
 */
public final class FakeSdCpp extends FakeService {
    private static final Set<String> FIELDS = Set.of(
            "prompt",
            "negative_prompt",
            "seed",
            "width",
            "height",
            "batch_count",
            "output_format",
            "sample_params",
            "lora",
            "ref_images",
            "ip_adapter_image",
            "ip_adapter_strength");
    private static final List<String> SAMPLERS = List.of("euler", "euler_a", "dpm++2m");
    private static final List<String> SCHEDULERS = List.of("discrete", "karras", "simple", "sgm_uniform");
    private static final int LONGEST_QUEUE = 8;

    private final String model;
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private List<String> loras = List.of();
    private volatile boolean held;
    private volatile boolean drawsForever;
    private volatile String failing = "";
    private volatile boolean failsWithImagesOnly;
    private volatile boolean full;

    private static final class Job {
        private final byte[] png;
        private final boolean fails;
        private String status = "queued";

        Job(byte[] png, boolean fails) {
            this.fails = fails;
            this.png = png;
        }

        boolean isPending() {
            return status.equals("queued") || status.equals("generating");
        }
    }

    public FakeSdCpp(String model) {
        this.model = model;
    }

    public FakeSdCpp start() {
        listen();
        return this;
    }

    public FakeSdCpp loras(String... names) {
        loras = List.of(names);
        return this;
    }

    /** Somebody's long job is before ours. */
    FakeSdCpp held() {
        held = true;
        return this;
    }

    FakeSdCpp drawsForever(boolean forever) {
        drawsForever = forever;
        return this;
    }

    FakeSdCpp failing(String words) {
        failing = words;
        return this;
    }

    /** It fails at jobs with images, and only at these. */
    FakeSdCpp onlyWithImages() {
        failsWithImagesOnly = true;
        return this;
    }

    FakeSdCpp full() {
        full = true;
        return this;
    }

    List<JsonNode> taken() {
        return taken;
    }

    synchronized boolean isDrawing() {
        return jobs.values().stream().anyMatch(Job::isPending);
    }

    synchronized String statusOf(int number) {
        return List.copyOf(jobs.values()).get(number - 1).status;
    }

    @Override
    protected synchronized MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        boolean post = "POST".equals(request.getMethod());
        if (post && path.equals("/sdcpp/v1/img_gen")) {
            return submit(object(request));
        }
        if (path.startsWith("/sdcpp/v1/jobs/")) {
            String rest = path.substring("/sdcpp/v1/jobs/".length());
            String id = rest.replace("/cancel", "");
            Job job = jobs.get(id);
            if (job == null) {
                return status(404, "{\"error\":\"job not found\"}");
            }
            return post && rest.endsWith("/cancel") ? cancel(id, job) : json(200, ask(id, job));
        }
        return switch (path) {
            case "/sdcpp/v1/capabilities" -> json(200, capabilities());
            case "/sdapi/v1/sd-models" ->
                status(200, "[{\"title\":\"" + model + "\",\"model_name\":\"" + model + "\"}]");
            case "/sdapi/v1/samplers" -> json(200, named(SAMPLERS));
            case "/sdapi/v1/schedulers" -> json(200, named(SCHEDULERS));
            case "/sdapi/v1/loras" -> json(200, files());
            case "/sdapi/v1/options" -> status(200, "{\"sd_model_checkpoint\":\"" + model + "\"}");
            default -> status(404, "");
        };
    }

    private MockResponse submit(@Nullable ObjectNode body) {
        String fault = body == null ? "invalid json" : fault(body);
        if (body == null || fault != null) {
            return status(400, "{\"error\":\"" + fault + "\"}");
        }
        if (full || jobs.values().stream().filter(Job::isPending).count() >= LONGEST_QUEUE) {
            return status(429, "{\"error\":\"job queue is full\"}");
        }
        taken.add(body);
        String id = "job_6a_%08d".formatted(taken.size());
        jobs.put(
                id,
                new Job(
                        Pictures.pngWithText(
                                body.path("width").asInt(),
                                body.path("height").asInt(),
                                "parameters",
                                body.path("prompt").asText()),
                        fails(body)));
        return json(
                202,
                JSON.createObjectNode()
                        .put("id", id)
                        .put("kind", "img_gen")
                        .put("status", "queued")
                        .put("created", 1_780_000_000)
                        .put("poll_url", "/sdcpp/v1/jobs/" + id));
    }

    /** The original passes over fields that it does not know; here they are faults, since they would have no effect. */
    private @Nullable String fault(ObjectNode body) {
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                return "unknown field " + field.getKey();
            }
        }
        for (String side : List.of("width", "height")) {
            if (!body.path(side).isInt()
                    || body.path(side).asInt() < 64
                    || body.path(side).asInt() > 4096) {
                return "invalid " + side;
            }
        }
        JsonNode params = body.path("sample_params");
        boolean sampled = (!params.has("sample_method")
                        || SAMPLERS.contains(params.path("sample_method").asText()))
                && (!params.has("scheduler")
                        || SCHEDULERS.contains(params.path("scheduler").asText()))
                && params.path("sample_steps").isInt()
                && params.path("guidance").path("txt_cfg").isNumber();
        boolean pictured = !body.has("ip_adapter_image") || isPicture(body.path("ip_adapter_image"));
        for (JsonNode image : body.path("ref_images")) {
            pictured &= isPicture(image);
        }
        for (JsonNode lora : body.path("lora")) {
            pictured &= lora.path("path").isTextual() && lora.path("multiplier").isNumber();
        }
        boolean typed = body.path("prompt").isTextual()
                && body.path("seed").isIntegralNumber()
                && body.path("batch_count").asInt(0) == 1
                && (!body.has("ip_adapter_strength")
                        || body.path("ip_adapter_strength").isNumber());
        return sampled && pictured && typed ? null : "invalid generation parameters";
    }

    private static boolean isPicture(JsonNode node) {
        try {
            PictureCheck.of(Base64.getDecoder().decode(node.asText()));
            return true;
        } catch (IllegalArgumentException | UnusablePictureException e) {
            return false;
        }
    }

    private boolean fails(ObjectNode body) {
        boolean images = body.has("ip_adapter_image") || body.has("ref_images");
        return !failing.isEmpty() && (images || !failsWithImagesOnly);
    }

    private MockResponse cancel(String id, Job job) {
        if (!job.status.equals("queued")) {
            return status(409, "{\"error\":\"job can no longer be cancelled\"}");
        }
        job.status = "cancelled";
        return json(200, describe(id, job));
    }

    private ObjectNode ask(String id, Job job) {
        ObjectNode answer = describe(id, job);
        if (job.status.equals("queued") && !held) {
            job.status = "generating";
        } else if (job.status.equals("generating") && !drawsForever) {
            job.status = job.fails ? "failed" : "completed";
        }
        return answer;
    }

    private ObjectNode describe(String id, Job job) {
        ObjectNode answer = JSON.createObjectNode()
                .put("id", id)
                .put("kind", "img_gen")
                .put("status", job.status)
                .put("created", 1_780_000_000)
                .put("queue_position", job.status.equals("queued") ? 1 : 0)
                .putNull("result")
                .putNull("error");
        switch (job.status) {
            case "completed" -> {
                ArrayNode images =
                        answer.putObject("result").put("output_format", "png").putArray("images");
                images.addObject()
                        .put("index", 0)
                        .put("b64_json", Base64.getEncoder().encodeToString(job.png));
            }
            case "failed" ->
                answer.putObject("error").put("code", "generation_failed").put("message", failing);
            case "cancelled" ->
                answer.putObject("error").put("code", "cancelled").put("message", "job cancelled by client");
            default -> {}
        }
        return answer;
    }

    private ObjectNode capabilities() {
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("model").put("name", model).put("stem", model).put("path", "/models/" + model);
        answer.put("current_mode", "img_gen").putArray("supported_modes").add("img_gen");
        answer.putObject("features_by_mode")
                .putObject("img_gen")
                .put("ip_adapter_image", true)
                .put("ref_images", true)
                .put("cancel_queued", true)
                .put("cancel_generating", false);
        return answer;
    }

    private ArrayNode files() {
        ArrayNode list = JSON.createArrayNode();
        loras.forEach(name -> list.addObject().put("name", name).put("path", name + ".safetensors"));
        return list;
    }

    private static ArrayNode named(List<String> names) {
        ArrayNode list = JSON.createArrayNode();
        names.forEach(name -> list.addObject().put("name", name));
        return list;
    }
}

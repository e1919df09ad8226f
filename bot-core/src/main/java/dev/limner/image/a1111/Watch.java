package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.wire.Reply;
import java.util.Optional;

/**
 * Watches one request at the server, and stops it. The server's {@code interrupt} stops whatever runs, perhaps the
 * picture of somebody at its web page: so it is called only when what runs is known to be this request. Used by one
 * thread.
 */
final class Watch {
    static final String BY_TASK = "internal/progress";
    static final String OVERALL = "sdapi/v1/progress?skip_current_image=true";

    private final SdApi api;
    private final String taskId;
    private final Dialect.Progress progress;
    /** Nothing ran just before the request was made: what runs next is the request. */
    private boolean wasIdle;

    private String runningId = "";

    private Watch(SdApi api, Dialect.Progress progress, String taskId) {
        this.api = api;
        this.taskId = taskId;
        this.progress = progress;
    }

    /** To be called before the request is sent. */
    static Watch before(SdApi api, Dialect.Progress progress, String taskId) throws InterruptedException {
        Watch watch = new Watch(api, progress, taskId);
        if (progress == Dialect.Progress.OVERALL) {
            watch.wasIdle = watch.overall().filter(now -> !isRunning(now)).isPresent();
        }
        return watch;
    }

    Sight look() throws InterruptedException {
        return switch (progress) {
            case BY_TASK -> byTask();
            case OVERALL -> overall().map(this::sight).orElse(Sight.NOTHING);
            case NONE -> Sight.NOTHING;
        };
    }

    /**
     * Tells the server to stop this request when it works on it now.
     *
     * @return whether nothing of the request is left there, as far as the server tells
     */
    boolean end() throws InterruptedException {
        try {
            // where nothing listens any more, nothing draws
            return stop() || api.isGone();
        } catch (ServerFault e) {
            return api.isGone();
        }
    }

    private boolean stop() throws ServerFault, InterruptedException {
        return switch (progress) {
            case BY_TASK -> endByTask();
            case OVERALL -> endByOverall();
            case NONE -> false;
        };
    }

    private boolean endByTask() throws ServerFault, InterruptedException {
        Reply reply = api.post(BY_TASK, question(taskId));
        JsonNode task = reply.json().orElse(MissingNode.getInstance());
        if (task.path("active").asBoolean(false)) {
            return interrupt(api);
        }
        return reply.isSuccess() && !task.path("queued").asBoolean(false);
    }

    private boolean endByOverall() throws ServerFault, InterruptedException {
        Reply reply = api.get(OVERALL);
        Optional<JsonNode> now = reply.isSuccess() ? reply.json().filter(JsonNode::isObject) : Optional.empty();
        if (now.isPresent() && sight(now.get()).ours()) {
            return interrupt(api);
        }
        return now.isPresent() && !isRunning(now.get());
    }

    /** Whatever runs: to be known to be ours. */
    static boolean interrupt(SdApi api) throws ServerFault, InterruptedException {
        return api.post("sdapi/v1/interrupt", JsonNodeFactory.instance.objectNode())
                .isSuccess();
    }

    /** Of a task's progress, without its preview. */
    static ObjectNode question(String taskId) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id_task", taskId)
                .put("id_live_preview", -1)
                .put("live_preview", false);
    }

    private Sight byTask() throws InterruptedException {
        try {
            Reply reply = api.post(BY_TASK, question(taskId));
            JsonNode task = reply.json().orElse(MissingNode.getInstance());
            if (task.path("active").asBoolean(false)) {
                return new Sight(true, task.path("progress").asDouble(0), "task " + task.path("progress"));
            }
        } catch (ServerFault e) {
            return Sight.NOTHING;
        }
        // Behind others: as long as those get on, the server does not hang.
        return new Sight(false, 0, overall().map(Watch::sign).orElse(""));
    }

    private Sight sight(JsonNode now) {
        String id = now.path("id").asText("");
        if (wasIdle && isRunning(now) && runningId.isEmpty()) {
            runningId = id;
        }
        boolean ours = wasIdle && isRunning(now) && runningId.equals(id);
        return new Sight(ours, now.path("progress").asDouble(0), sign(now));
    }

    private Optional<JsonNode> overall() throws InterruptedException {
        try {
            Reply reply = api.get(OVERALL);
            return reply.isSuccess() ? reply.json().filter(JsonNode::isObject) : Optional.empty();
        } catch (ServerFault e) {
            return Optional.empty();
        }
    }

    static boolean isRunning(JsonNode now) {
        JsonNode state = now.path("state");
        return now.path("progress").asDouble(0) > 0
                || state.path("job_count").asInt(0) > 0
                || !state.path("job").asText("").isEmpty();
    }

    private static String sign(JsonNode now) {
        JsonNode state = now.path("state");
        return "all " + now.path("progress") + " " + state.path("job_timestamp") + " " + state.path("job_no");
    }
}

package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.Pictures;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The queue of a fake ComfyUI, and the thread that works on it: one job at a time. */
final class FakeWorker implements AutoCloseable {
    private static final int STEPS = 4;

    private final Map<String, Job> pending = new LinkedHashMap<>();
    private final Map<String, ObjectNode> history = new HashMap<>();
    private final Map<String, byte[]> pictures = new HashMap<>();
    private final Map<String, WebSocket> sockets = new HashMap<>();
    private final Thread thread = new Thread(this::work, "fake ComfyUI");
    private @Nullable Job running;
    private boolean held;
    private boolean closed;
    private int serial;
    private int submitted;
    private Function<JsonNode, String> failing = graph -> "";
    private byte[] fixed = new byte[0];

    record Job(int number, String id, String clientId, JsonNode graph, boolean[] interrupted) {}

    FakeWorker() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Jobs do not end by themselves, after half of their steps. */
    synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
        notifyAll();
    }

    /** @param message by the graph: {@code NODE_ID|what the exception says}, or nothing for success */
    synchronized void failing(Function<JsonNode, String> message) {
        failing = message;
    }

    /** What every job draws from now on. */
    synchronized void drawing(byte[] picture) {
        fixed = picture;
    }

    synchronized boolean isDrawing() {
        return running != null;
    }

    synchronized int waiting() {
        return pending.size();
    }

    /** Forgets everything, as a server that was started anew does. */
    synchronized void restart() {
        submitted = 0;
        pending.clear();
        history.clear();
        pictures.clear();
        if (running != null) {
            running.interrupted()[0] = true;
            running = null;
        }
        cutSockets();
        notifyAll();
    }

    synchronized void cutSockets() {
        sockets.values().forEach(socket -> socket.close(1012, "restart"));
        sockets.clear();
    }

    synchronized int connected() {
        return sockets.size();
    }

    /** @return which job of this server's life it is */
    synchronized int submit(String id, String clientId, JsonNode graph) {
        int number = submitted++;
        pending.put(id, new Job(number, id, clientId, graph, new boolean[1]));
        notifyAll();
        return number;
    }

    /** A job of somebody else, which runs until it is interrupted. */
    synchronized String foreign() {
        String id = "00000000-0000-0000-0000-00000000000" + (++serial % 10);
        submit(id, "somebody", FakeComfy.JSON.createObjectNode());
        return id;
    }

    synchronized void delete(String id) {
        pending.remove(id);
    }

    synchronized void interrupt(String id) {
        if (running != null && (id.isEmpty() || id.equals(running.id()))) {
            running.interrupted()[0] = true;
            notifyAll();
        }
    }

    synchronized ObjectNode history(String id) {
        ObjectNode answer = FakeComfy.JSON.createObjectNode();
        ObjectNode past = history.get(id);
        if (past != null) {
            answer.set(id, past);
        }
        return answer;
    }

    synchronized ObjectNode queue() {
        ObjectNode answer = FakeComfy.JSON.createObjectNode();
        ArrayNode now = answer.putArray("queue_running");
        if (running != null) {
            now.add(entry(running));
        }
        ArrayNode later = answer.putArray("queue_pending");
        pending.values().forEach(job -> later.add(entry(job)));
        return answer;
    }

    private static ArrayNode entry(Job job) {
        ArrayNode entry = FakeComfy.JSON.createArrayNode().add(job.number()).add(job.id());
        entry.add(job.graph());
        entry.addObject();
        entry.addArray();
        return entry;
    }

    synchronized byte @Nullable [] picture(String name, String type) {
        return pictures.get(type + "/" + name);
    }

    WebSocketListener listener(String clientId) {
        return new WebSocketListener() {
            @Override
            public void onOpen(WebSocket socket, okhttp3.Response response) {
                synchronized (FakeWorker.this) {
                    sockets.put(clientId, socket);
                }
                socket.send(
                        "{\"type\":\"status\",\"data\":{\"status\":{\"exec_info\":{\"queue_remaining\":0}},\"sid\":\""
                                + clientId + "\"}}");
            }

            @Override
            public void onClosing(WebSocket socket, int code, String reason) {
                socket.close(1000, null);
            }
        };
    }

    private void work() {
        while (true) {
            Job job = next();
            if (job == null) {
                return;
            }
            draw(job);
        }
    }

    private synchronized @Nullable Job next() {
        while (pending.isEmpty() && !closed) {
            if (!pause()) {
                return null;
            }
        }
        if (closed) {
            return null;
        }
        Job first = pending.remove(pending.keySet().iterator().next());
        running = first;
        return first;
    }

    private void draw(Job job) {
        tell(job, "execution_start", FakeComfy.JSON.createObjectNode());
        String sampler = nodeOf(job.graph(), "KSampler", "SamplerCustomAdvanced", "XlabsSampler");
        for (int step = 1; step <= STEPS; step++) {
            tell(job, "executing", FakeComfy.JSON.createObjectNode().put("node", sampler));
            tell(
                    job,
                    "progress",
                    FakeComfy.JSON
                            .createObjectNode()
                            .put("value", step)
                            .put("max", STEPS)
                            .put("node", sampler));
            preview(job);
            if (step == STEPS / 2 && !awaitRelease(job)) {
                end(
                        job,
                        "execution_interrupted",
                        FakeComfy.JSON.createObjectNode().put("node_id", sampler));
                return;
            }
        }
        String failure;
        synchronized (this) {
            failure = failing.apply(job.graph());
        }
        if (failure.isEmpty()) {
            end(job, "execution_success", FakeComfy.JSON.createObjectNode());
        } else {
            String node = failure.substring(0, failure.indexOf('|'));
            end(
                    job,
                    "execution_error",
                    FakeComfy.JSON
                            .createObjectNode()
                            .put("node_id", node)
                            .put(
                                    "node_type",
                                    job.graph().path(node).path("class_type").asText(""))
                            .put("exception_type", "Exception")
                            .put("exception_message", failure.substring(failure.indexOf('|') + 1)));
        }
    }

    private synchronized boolean awaitRelease(Job job) {
        boolean foreign = job.clientId().equals("somebody");
        while ((held || foreign) && !job.interrupted()[0] && !closed) {
            if (!pause()) {
                return false;
            }
        }
        return !job.interrupted()[0];
    }

    private synchronized void end(Job job, String how, ObjectNode data) {
        if (running != job) {
            return;
        }
        ObjectNode past = FakeComfy.JSON.createObjectNode();
        boolean success = how.equals("execution_success");
        past.set("prompt", entry(job));
        ObjectNode outputs = past.putObject("outputs");
        if (success) {
            save(job, outputs);
        }
        data.put("prompt_id", job.id());
        ObjectNode status = past.putObject("status");
        status.put("status_str", success ? "success" : "error").put("completed", success);
        status.putArray("messages").addArray().add(how).add(data.deepCopy());
        // told first, and in the history a moment later, as the real one does
        tell(job, how, data);
        history.put(job.id(), past);
        running = null;
        tell(job, "executing", FakeComfy.JSON.createObjectNode().putNull("node"));
    }

    private void save(Job job, ObjectNode outputs) {
        job.graph().properties().forEach(entry -> {
            String type = entry.getValue().path("class_type").asText();
            if (type.equals("PreviewImage") || type.equals("SaveImage")) {
                String folder = type.equals("PreviewImage") ? "temp" : "output";
                String name = "ComfyUI_" + (++serial) + "_.png";
                pictures.put(folder + "/" + name, fixed.length > 0 ? fixed : gradient(job.graph()));
                outputs.putObject(entry.getKey())
                        .putArray("images")
                        .addObject()
                        .put("filename", name)
                        .put("subfolder", "")
                        .put("type", folder);
            }
        });
    }

    private static byte[] gradient(JsonNode graph) {
        for (JsonNode node : graph) {
            JsonNode inputs = node.path("inputs");
            if (inputs.has("batch_size")) {
                return Pictures.png(
                        inputs.path("width").asInt(), inputs.path("height").asInt());
            }
        }
        return Pictures.png(64, 64);
    }

    private static String nodeOf(JsonNode graph, String... types) {
        List<String> wanted = List.of(types);
        return graph.properties().stream()
                .filter(entry ->
                        wanted.contains(entry.getValue().path("class_type").asText()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("?");
    }

    private synchronized void tell(Job job, String type, ObjectNode data) {
        ObjectNode message = FakeComfy.JSON.createObjectNode().put("type", type);
        message.set("data", data.put("prompt_id", job.id()));
        socket(job).ifPresent(socket -> socket.send(message.toString()));
    }

    private synchronized void preview(Job job) {
        byte[] picture = Pictures.jpeg(16, 16);
        byte[] data =
                ("{\"prompt_id\":\"" + job.id() + "\",\"image_type\":\"image/jpeg\"}").getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(8 + data.length + picture.length)
                .putInt(4)
                .putInt(data.length)
                .put(data)
                .put(picture);
        socket(job).ifPresent(socket -> socket.send(ByteString.of(frame.array())));
    }

    private Optional<WebSocket> socket(Job job) {
        return Optional.ofNullable(sockets.get(job.clientId()));
    }

    private synchronized boolean pause() {
        try {
            wait();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        cutSockets();
        notifyAll();
    }
}

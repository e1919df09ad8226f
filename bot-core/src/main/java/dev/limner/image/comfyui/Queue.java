package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The jobs that a server has. */
record Queue(List<String> running, List<String> pending) {
    static Queue of(JsonNode answer) {
        return new Queue(ids(answer.path("queue_running")), ids(answer.path("queue_pending")));
    }

    boolean isRunning(String id) {
        return running.contains(id);
    }

    boolean has(String id) {
        return running.contains(id) || pending.contains(id);
    }

    /** Each job is {@code [number, id, graph, extra, outputs]}. */
    private static List<String> ids(JsonNode jobs) {
        List<String> ids = new ArrayList<>();
        jobs.forEach(job -> ids.add(job.path(1).asText("")));
        return ids;
    }
}

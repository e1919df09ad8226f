package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.ProgressListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** One job, as the websocket tells of it. Thread-safe. */
final class Follower {
    private final Told told;
    private final List<String> samplers;
    private final Map<String, Double> steps = new HashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicLong signs = new AtomicLong();

    /** What a request's listener was told, over all jobs of the request: progress never falls. Thread-safe. */
    static final class Told {
        private final ProgressListener listener;
        private double most;

        Told(ProgressListener listener) {
            this.listener = listener;
        }

        Follower of(Graph graph) {
            return new Follower(graph.samplers(), this);
        }

        synchronized void progress(double fraction) {
            if (fraction > most) {
                most = fraction;
                listener.onProgress(fraction);
            }
        }

        void preview(byte[] picture, String mediaType) {
            listener.onPreview(picture, mediaType);
        }
    }

    /** @param samplers nodes whose steps count; any when empty */
    Follower(List<String> samplers, Told told) {
        this.samplers = List.copyOf(samplers);
        this.told = told;
    }

    /** Changes whenever something was heard of the job. */
    long signs() {
        return signs.get();
    }

    /** @return whether the job has ended by what was heard; what became of it the history tells */
    boolean awaitEnd(long nanos) throws InterruptedException {
        return ended.await(nanos, TimeUnit.NANOSECONDS);
    }

    void onMessage(String type, JsonNode data) {
        signs.incrementAndGet();
        switch (type) {
            case "progress" -> onStep(data.path("node").asText(""), data);
            case "progress_state" ->
                data.path("nodes").properties().forEach(node -> onStep(node.getKey(), node.getValue()));
            case "executing" -> {
                if (data.path("node").isNull()) {
                    ended.countDown();
                }
            }
            case "execution_success", "execution_error", "execution_interrupted" -> ended.countDown();
            default -> {}
        }
    }

    void onPreview(byte[] picture, String mediaType) {
        signs.incrementAndGet();
        told.preview(picture, mediaType);
    }

    private synchronized void onStep(String node, JsonNode step) {
        double most = step.path("max").asDouble(0);
        if (most <= 0 || !(samplers.isEmpty() || samplers.contains(node))) {
            return;
        }
        steps.merge(node, Math.min(1, step.path("value").asDouble(0) / most), Math::max);
        double sum = steps.values().stream().mapToDouble(Double::doubleValue).sum();
        double fraction = Math.min(1, sum / Math.max(Math.max(1, samplers.size()), steps.size()));
        told.progress(fraction);
    }
}

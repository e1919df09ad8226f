package dev.limner.telegram.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Updates, given until they are acknowledged. Thread-safe. */
final class Updates {
    private final Deque<Update> waiting = new ArrayDeque<>();
    private long next = 1000;
    private long polls;
    private long acknowledged;
    private long given;
    private boolean closed;

    /** @param kind as in {@code allowed_updates}; empty for one that is given in any case */
    private record Update(long number, String kind, String body) {}

    /** @param body {@code %d} in it becomes its number. @return that */
    synchronized long add(String kind, String body) {
        waiting.add(new Update(next, kind, body.replace("%d", Long.toString(next))));
        notifyAll();
        return next++;
    }

    synchronized void again(long number, String body) {
        waiting.addFirst(new Update(number, "", body));
        notifyAll();
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized long acknowledged() {
        return acknowledged;
    }

    synchronized long given() {
        return given;
    }

    synchronized long last() {
        return next - 1;
    }

    synchronized long polls() {
        return polls;
    }

    /** Long polling; of two that poll at a time, the older is told of the conflict and given nothing. */
    synchronized String poll(Call call) {
        long mine = ++polls;
        notifyAll();
        acknowledge(call);
        JsonNode allowed = call.parameters().path("allowed_updates");
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(call.number("timeout"));
        for (long left = left(until); !hasAny(allowed) && !closed && left > 0; left = left(until)) {
            await(left);
            if (polls != mine) {
                throw new Refusal(
                        409,
                        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
                                + " running");
            }
        }
        List<Update> answer = waiting.stream()
                .limit(call.has("limit") ? call.number("limit") : 100)
                .toList();
        answer.forEach(update -> given = Math.max(given, update.number()));
        return "{\"ok\":true,\"result\":["
                + String.join(",", answer.stream().map(Update::body).toList()) + "]}";
    }

    private void acknowledge(Call call) {
        while (call.has("offset") && !waiting.isEmpty() && waiting.peek().number() < call.number("offset")) {
            acknowledged = waiting.remove().number();
        }
    }

    /** Others than those that were asked for are never given. */
    private boolean hasAny(JsonNode allowed) {
        if (allowed.isArray()) {
            String kinds = allowed.toString();
            waiting.removeIf(update -> !update.kind().isEmpty() && !kinds.contains('"' + update.kind() + '"'));
        }
        return !waiting.isEmpty();
    }

    private static long left(long until) {
        return TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
    }

    private void await(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}

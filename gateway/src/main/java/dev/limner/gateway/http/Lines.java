package dev.limner.gateway.http;

import dev.limner.gateway.desk.Caller;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Requests with images take seconds to take in. They have workers of their own, and each caller's stand in a line of which
 * a few are taken in at once, so that one caller holds up nobody else. Thread-safe; never blocks.
 */
final class Lines implements AutoCloseable {
    static final int WORKERS = 4;
    static final int AT_ONCE = 2;
    /** Of one caller, with those that are being taken in; more pictures than that may not wait anyway. */
    static final int LONGEST = 12;

    private final ExecutorService workers =
            Executors.newFixedThreadPool(WORKERS, new DefaultThreadFactory("gateway-intake", true));
    private final Map<Caller, Line> lines = new HashMap<>();

    private static final class Line {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    /** @return false, and then the task is not run, when this caller's line is too long */
    synchronized boolean enter(Caller caller, Runnable task) {
        Line line = lines.computeIfAbsent(caller, any -> new Line());
        if (line.running + line.waiting.size() >= LONGEST) {
            return false;
        }
        line.waiting.add(task);
        begin(caller, line);
        return true;
    }

    private void begin(Caller caller, Line line) {
        if (line.running >= AT_ONCE) {
            return;
        }
        Runnable next = line.waiting.poll();
        if (next == null) {
            if (line.running == 0) {
                lines.remove(caller);
            }
            return;
        }
        line.running++;
        try {
            workers.execute(() -> {
                try {
                    next.run();
                } finally {
                    ended(caller, line);
                }
            });
        } catch (RejectedExecutionException closing) {
            line.running--;
        }
    }

    private synchronized void ended(Caller caller, Line line) {
        line.running--;
        begin(caller, line);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}

package dev.limner.illustration;

import java.util.HashMap;
import java.util.Map;

/** Which thread draws which illustration now, so that one can be cancelled without touching the others. */
final class Running {
    private final Map<String, Thread> threads = new HashMap<>();

    synchronized void begin(String id) {
        threads.put(id, Thread.currentThread());
    }

    synchronized void end(String id) {
        threads.remove(id);
    }

    /** Interrupts whoever draws it; nobody else, since a thread that has ended its work is no longer listed. */
    synchronized void interrupt(String id) {
        Thread thread = threads.get(id);
        if (thread != null) {
            thread.interrupt();
        }
    }
}

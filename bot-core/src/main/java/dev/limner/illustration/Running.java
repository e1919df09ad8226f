package dev.limner.illustration;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Which thread draws which illustration now, and how far it is, so that one can be cancelled without the others. */
final class Running {
    private final Map<String, Thread> threads = new HashMap<>();
    private final Map<String, Double> fractions = new HashMap<>();

    synchronized void begin(String id) {
        threads.put(id, Thread.currentThread());
        fractions.put(id, 0.0);
    }

    /** @param fraction of the picture that is drawn; what is outside 0 to 1, as servers tell it, is brought inside */
    synchronized void progress(String id, double fraction) {
        fractions.computeIfPresent(id, (same, before) -> fraction > 0 ? Math.min(1, fraction) : 0.0);
    }

    /** Empty for what nobody draws now. */
    synchronized OptionalDouble progress(String id) {
        Double fraction = fractions.get(id);
        return fraction == null ? OptionalDouble.empty() : OptionalDouble.of(fraction);
    }

    synchronized void end(String id) {
        threads.remove(id);
        fractions.remove(id);
    }

    /** Interrupts whoever draws it; nobody else, since a thread that has ended its work is no longer listed. */
    synchronized void interrupt(String id) {
        Thread thread = threads.get(id);
        if (thread != null) {
            thread.interrupt();
        }
    }
}

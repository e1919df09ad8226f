package dev.limner.gateway.desk;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * Pictures whose requests are being taken in. They are stored nowhere yet, and count as waiting all the same: taking images
 * in is what takes longest. Thread-safe.
 */
final class Places {
    private final Map<Caller, Integer> taken = new ConcurrentHashMap<>();

    /** @param open how many of this caller's wait already */
    void take(Caller caller, int more, IntSupplier open) throws BusyException {
        if (more == 0) {
            return;
        }
        int coming = taken.merge(caller, more, Integer::sum);
        int waiting = open.getAsInt() + coming - more;
        if (waiting + more > Desk.MOST_WAITING) {
            giveBack(caller, more);
            throw new BusyException("This key has " + waiting + " pictures waiting, and may have " + Desk.MOST_WAITING
                    + ". Wait for one, then ask again.");
        }
    }

    void giveBack(Caller caller, int places) {
        taken.computeIfPresent(caller, (any, before) -> before > places ? before - places : null);
    }
}

package dev.limner.gateway.http;

import dev.limner.gateway.desk.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * How much of all requests' bodies, or of all pictures on their way out, may be in memory at once, and half as much of
 * one caller's. Who claims more than is left waits for it, in the order of the claims among those that fit. Thread-safe;
 * never blocks.
 */
final class BodyBudget {
    /** So much does not wait for its caller's other bodies. */
    private static final long SMALL = 256 << 10;

    private final long whole;
    private final Map<Caller, Long> held = new HashMap<>();
    private final List<Claim> waiting = new ArrayList<>();
    private long left;

    BodyBudget(long bytes) {
        this.whole = bytes;
        this.left = bytes;
    }

    /** Room for one body, granted or waited for. */
    final class Claim {
        private final Caller caller;
        private final long bytes;
        private final Runnable granted;
        private State state = State.WAITING;

        private enum State {
            WAITING,
            GRANTED,
            RELEASED
        }

        private Claim(Caller caller, long bytes, Runnable granted) {
            this.caller = caller;
            this.bytes = bytes;
            this.granted = granted;
        }

        /** Gives back what was granted, or waits no more; once or more. */
        void release() {
            BodyBudget.this.release(this);
        }
    }

    /**
     * @param bytes as much as there is, where it is more than that
     * @param granted run, on any thread and not to block, if the claim is granted later than at once
     */
    Claim claim(Caller caller, long bytes, Runnable granted) {
        Claim claim = new Claim(caller, Math.min(bytes, whole), granted);
        synchronized (this) {
            if (!grant(claim)) {
                waiting.add(claim);
            }
        }
        return claim;
    }

    synchronized boolean isGranted(Claim claim) {
        return claim.state == Claim.State.GRANTED;
    }

    private void release(Claim claim) {
        List<Claim> granted = new ArrayList<>();
        synchronized (this) {
            if (claim.state == Claim.State.GRANTED) {
                left += claim.bytes;
                held.computeIfPresent(
                        claim.caller, (any, before) -> before > claim.bytes ? before - claim.bytes : null);
            }
            waiting.remove(claim);
            claim.state = Claim.State.RELEASED;
            for (Iterator<Claim> next = waiting.iterator(); next.hasNext(); ) {
                Claim one = next.next();
                if (grant(one)) {
                    next.remove();
                    granted.add(one);
                }
            }
        }
        granted.forEach(one -> one.granted.run());
    }

    private boolean grant(Claim claim) {
        long before = held.getOrDefault(claim.caller, 0L);
        boolean tooMuch = claim.bytes > SMALL && before > 0 && before + claim.bytes > whole / 2;
        if (tooMuch || claim.bytes > left) {
            return false;
        }
        left -= claim.bytes;
        held.put(claim.caller, before + claim.bytes);
        claim.state = Claim.State.GRANTED;
        return true;
    }
}

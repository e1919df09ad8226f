package dev.limner.gateway.http;

import java.util.concurrent.atomic.AtomicLong;

/** How much of all requests' bodies may be in memory at once. Thread-safe. */
final class BodyBudget {
    private final AtomicLong left;

    BodyBudget(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** @return false, and then nothing is taken, when there is not so much left */
    boolean take(long bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }
}

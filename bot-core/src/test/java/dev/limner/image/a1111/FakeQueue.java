package dev.limner.image.a1111;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A fake server's pictures: one is drawn at a time, the others wait. Thread-safe. */
final class FakeQueue {
    private final List<FakeJob> jobs = new ArrayList<>();
    private boolean closed;

    /** Waits for its turn; to be followed by {@link #leave}. */
    synchronized void enter(FakeJob job) throws InterruptedException {
        jobs.add(job);
        if (closed) {
            job.interrupt();
        }
        while (jobs.get(0) != job) {
            wait();
        }
    }

    synchronized void leave(FakeJob job) {
        jobs.remove(job);
        notifyAll();
    }

    synchronized Optional<FakeJob> running() {
        return jobs.stream().findFirst();
    }

    synchronized boolean isWaiting(String id) {
        return jobs.stream().skip(1).anyMatch(job -> job.id().equals(id));
    }

    synchronized void close() {
        closed = true;
        jobs.forEach(FakeJob::interrupt);
    }
}

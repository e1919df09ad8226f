package dev.limner.image.a1111;

/** A picture that a fake server draws. Thread-safe. */
public final class FakeJob {
    private final String id;
    private double progress;
    private int questions;
    private int steps;
    private boolean interrupted;

    FakeJob(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** Somebody asks how far it is. */
    synchronized double progress() {
        questions++;
        if (steps > 0) {
            progress = Math.min(1, (double) questions / steps);
        }
        notifyAll();
        return progress;
    }

    synchronized void advance(double to) {
        progress = to;
    }

    synchronized void interrupt() {
        interrupted = true;
        notifyAll();
    }

    synchronized boolean isInterrupted() {
        return interrupted;
    }

    synchronized void awaitQuestions(int count) throws InterruptedException {
        steps = count;
        while (questions < count && !interrupted) {
            wait();
        }
    }

    synchronized void awaitInterrupt() throws InterruptedException {
        while (!interrupted) {
            wait();
        }
    }
}

package dev.limner.image.a1111;

import java.time.Duration;

/** How a fake server's pictures come along. */
@FunctionalInterface
public interface FakePace {

    /** Returns when the picture is done or was interrupted; tells the job its progress meanwhile. */
    void draw(FakeJob job) throws InterruptedException;

    static FakePace atOnce() {
        return job -> {};
    }

    /** Each question for progress finds it one step further. */
    static FakePace byQuestions(int steps) {
        return job -> job.awaitQuestions(steps);
    }

    /** Never done by itself. */
    static FakePace held() {
        return FakeJob::awaitInterrupt;
    }

    /** For people who look on. */
    static FakePace lasting(Duration duration) {
        return job -> {
            int steps = 20;
            for (int step = 1; step <= steps && !job.isInterrupted(); step++) {
                Thread.sleep(duration.dividedBy(steps).toMillis());
                job.advance((double) step / steps);
            }
        };
    }
}

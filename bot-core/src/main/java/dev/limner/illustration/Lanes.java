package dev.limner.illustration;

import dev.limner.chat.UserRef;
import java.time.Duration;
import java.util.Optional;

/**
 * Durable turns: each requester has a lane, and lanes with work take turns, one illustration a turn. A lane never runs
 * twice at a time. Survives the death of the process. Thread-safe.
 */
public interface Lanes extends AutoCloseable {

    /** Starts to give turns. Turns that a dead process had begun are given again. */
    void start(Work work);

    /** Gives a lane its turn as soon as the others before it had theirs; no effect while it has one coming. */
    void wake(UserRef requester);

    /** Gives no more turns, interrupts those under way, and waits for them, a few seconds at the most. */
    @Override
    void close();

    /** What is done in a turn; called from several threads, for different requesters. */
    interface Work {
        /**
         * @return how long the lane rests before its next turn (zero: behind the others); empty when it has nothing
         *     left to do
         */
        Optional<Duration> turn(UserRef requester) throws InterruptedException;
    }
}

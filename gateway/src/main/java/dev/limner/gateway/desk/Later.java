package dev.limner.gateway.desk;

import java.time.Duration;

/** Does something after a while, on a thread that may block. */
@FunctionalInterface
public interface Later {
    void run(Duration after, Runnable task);
}

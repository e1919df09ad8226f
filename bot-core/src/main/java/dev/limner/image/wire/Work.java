package dev.limner.image.wire;

import org.jspecify.annotations.Nullable;

/**
 * Work at a service that is asked how far it is, until it is done.
 *
 * @param <T> what comes out of it
 */
public interface Work<T> {

    /**
     * What was seen of it.
     *
     * @param sign changes as long as it gets on
     * @param fraction how far it is, 0 to 1
     * @param result null until it is done
     */
    record Look<T>(String sign, double fraction, @Nullable T result) {
        public static <T> Look<T> done(T result) {
            return new Look<>("done", 1, result);
        }
    }

    /** Asks once. */
    Look<T> look() throws WireFault, InterruptedException;

    /** Tells the service that nobody waits any more, where it can be told. */
    void stop() throws InterruptedException;
}

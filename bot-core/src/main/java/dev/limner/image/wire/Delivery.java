package dev.limner.image.wire;

import java.time.Duration;
import java.util.Set;

/**
 * What a service has drawn already, on its way here: asked for several times, since drawing it once more takes longer,
 * and may cost money.
 */
public final class Delivery {
    /** What another try may mend. */
    private static final Set<Fault> PASSING = Set.of(
            Fault.UNREACHABLE,
            Fault.DOWN,
            Fault.GARBLED,
            Fault.STALLED,
            Fault.BROKEN_OFF,
            Fault.BUSY,
            Fault.SERVER_ERROR,
            Fault.LOST_SIGHT);

    /** After any of these a service has drawn, or may have, and what it drew is not to be had. */
    private static final Set<Fault> LOST = Set.of(Fault.GARBLED, Fault.TOO_LARGE, Fault.EXPIRED);

    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private Delivery() {}

    /**
     * One try.
     *
     * @param <T> what is fetched
     */
    @FunctionalInterface
    public interface Try<T> {
        T fetch() throws WireFault, InterruptedException;
    }

    /**
     * What comes but once, such as a picture in the answer itself: where it is charged for, nobody asks for it again
     * without being told to.
     *
     * @throws WireFault {@link Fault#NOT_RECEIVED} when it was lost at a service that charges
     */
    public static <T> T once(Endpoint endpoint, Try<T> one) throws WireFault, InterruptedException {
        try {
            return one.fetch();
        } catch (WireFault e) {
            throw endpoint.charges() && LOST.contains(e.fault()) ? e.as(Fault.NOT_RECEIVED) : e;
        }
    }

    /** @throws WireFault {@link Fault#LOST_SIGHT} when it cannot be fetched for now, but is still there */
    public static <T> T of(Try<T> one) throws WireFault, InterruptedException {
        for (int i = 1; ; i++) {
            try {
                return one.fetch();
            } catch (WireFault e) {
                if (!PASSING.contains(e.fault())) {
                    throw e;
                }
                if (i == TRIES) {
                    throw e.as(Fault.LOST_SIGHT);
                }
            }
            Thread.sleep(PAUSE.multipliedBy(i).toMillis());
        }
    }
}

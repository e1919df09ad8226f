package dev.limner.image;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One backend with what is known of its health. Thread-safe. */
final class Server {
    /** Two failures of the last four, and it is left alone until it was seen to be well. */
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(4)
            .minimumNumberOfCalls(2)
            .failureRateThreshold(50)
            .permittedNumberOfCallsInHalfOpenState(1)
            .waitDurationInOpenState(Duration.ofDays(1))
            .build();

    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final ImageBackend backend;
    private final int place;
    private final CircuitBreaker breaker;
    private volatile @Nullable BackendProfile seen;
    private volatile long restsUntil;
    private volatile @Nullable BackendException silence;
    private long silentSince;
    /** It has just come back, and one request finds out whether for good. */
    private volatile boolean onTrial;

    /** @param place in the order of preference, from 0 */
    Server(ImageBackend backend, int place) {
        this.backend = backend;
        this.place = place;
        this.breaker = CircuitBreaker.of(backend.name() + "-" + place, BREAKER);
        this.restsUntil = System.nanoTime();
    }

    ImageBackend backend() {
        return backend;
    }

    int place() {
        return place;
    }

    String name() {
        return backend.name();
    }

    /** Whether it may be given work as far as is known. */
    boolean isUp() {
        State state = breaker.getState();
        boolean closed = state == State.OPEN || (state == State.HALF_OPEN && onTrial);
        return !closed && System.nanoTime() - restsUntil >= 0;
    }

    /** Takes the permission to give it work, of which there is one only when it has just come back. */
    boolean admits() {
        if (!isUp() || !breaker.tryAcquirePermission()) {
            return false;
        }
        onTrial = breaker.getState() == State.HALF_OPEN;
        return true;
    }

    /** As it is now, or was when last seen; empty when it was never reached. */
    Optional<BackendProfile> profile() {
        if (breaker.getState() != State.OPEN) {
            try {
                ask();
            } catch (BackendException e) {
                down();
            }
        }
        return Optional.ofNullable(seen);
    }

    /**
     * As it is now.
     *
     * @throws BackendException when it does not say, or did not a moment ago: each asking may take its whole time limit, and
     *     many who ask are not to wait one after another
     */
    synchronized BackendProfile ask() throws BackendException {
        BackendException before = silence;
        if (before != null && System.nanoTime() - silentSince < REST_NANOS) {
            throw before;
        }
        try {
            BackendProfile said = backend.profile();
            seen = said;
            silence = null;
            return said;
        } catch (BackendException e) {
            silence = e;
            silentSince = System.nanoTime();
            throw e;
        }
    }

    /** How many requests it may have under way. */
    int concurrency() {
        BackendProfile profile = seen;
        return profile == null ? 1 : profile.concurrency();
    }

    void succeeded(boolean admitted) {
        if (admitted) {
            onTrial = false;
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
        } else {
            up();
        }
    }

    void failed(BackendException e, boolean admitted) {
        e.retryAfter().ifPresent(rest -> restsUntil = System.nanoTime() + rest.toNanos());
        if (!admitted) {
            return;
        }
        onTrial = false;
        // what only this request was refused for says nothing of the next one
        if (e.next() == BackendException.Next.ELSEWHERE) {
            breaker.releasePermission();
        } else {
            breaker.onError(0, TimeUnit.MILLISECONDS, e);
        }
    }

    void leftAlone(boolean admitted) {
        if (admitted) {
            onTrial = false;
            breaker.releasePermission();
        }
    }

    /** Asks it how it is, and keeps the answer. */
    void look() {
        boolean well = backend.isWell();
        if (!well) {
            down();
            return;
        }
        silence = null;
        if (breaker.getState() == State.OPEN) {
            breaker.transitionToHalfOpenState();
        }
    }

    private void down() {
        if (breaker.getState() != State.OPEN) {
            breaker.transitionToOpenState();
        }
    }

    private void up() {
        silence = null;
        if (breaker.getState() != State.CLOSED) {
            breaker.transitionToClosedState();
        }
    }

    @Override
    public String toString() {
        return breaker.getName() + " " + breaker.getState();
    }
}

package dev.limner.gateway.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Clients that are told to stop hang up and, over another connection, interrupt. Both mean the one request, which may be
 * taken back already when the second comes; it must not hit another of the same key. Thread-safe.
 */
final class HangUps {
    /** So long after the one the other belongs to it. */
    private static final Duration TOGETHER = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Map<Caller, HangUp> newest = new ConcurrentHashMap<>();

    HangUps(InstantSource clock) {
        this.clock = clock;
    }

    private record HangUp(List<String> illustrations, Instant at) {}

    void note(Caller caller, List<String> illustrations) {
        newest.put(caller, new HangUp(illustrations, clock.instant()));
    }

    /** What an interrupt that comes now means, if it comes on the heels of a hang-up; the next one means something else. */
    Optional<List<String>> take(Caller caller) {
        return Optional.ofNullable(newest.remove(caller))
                .filter(hangUp -> clock.instant().isBefore(hangUp.at().plus(TOGETHER)))
                .map(HangUp::illustrations);
    }
}

package dev.limner.gateway.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Clients that are told to stop hang up and, over another connection, interrupt. Both mean the one request and come in any
 * order; the interrupt must not hit another of the same key. Thread-safe.
 */
final class HangUps {
    /** So long after the hang-up the interrupt belongs to it. */
    private static final Duration TOGETHER = Duration.ofSeconds(2);
    /** SillyTavern interrupts first and hangs up at once thereafter, both through its own server. */
    private static final Duration SOON = Duration.ofMillis(300);

    private final InstantSource clock;
    private final Later later;
    private final Map<Caller, Deque<HangUp>> noted = new HashMap<>();
    private final Map<Caller, Deque<HangUp>> taken = new HashMap<>();
    private final Map<Caller, Deque<CompletableFuture<Optional<List<String>>>>> awaited = new HashMap<>();

    HangUps(InstantSource clock, Later later) {
        this.clock = clock;
        this.later = later;
    }

    private record HangUp(List<String> illustrations, Instant at) {}

    /** An interrupt takes these back: a hang-up that belongs to it, noted or still to come, means no other. */
    synchronized void taken(Caller caller, List<String> illustrations) {
        Deque<HangUp> before = taken.computeIfAbsent(caller, any -> new ArrayDeque<>());
        before.removeIf(this::isOld);
        before.add(new HangUp(illustrations, clock.instant()));
        Deque<HangUp> hangUps = noted.getOrDefault(caller, new ArrayDeque<>());
        hangUps.removeIf(hangUp -> illustrations.containsAll(hangUp.illustrations()));
        if (hangUps.isEmpty()) {
            noted.remove(caller);
        }
    }

    private boolean isTaken(Caller caller, List<String> illustrations) {
        return taken.getOrDefault(caller, new ArrayDeque<>()).stream()
                .anyMatch(before -> !isOld(before) && before.illustrations().containsAll(illustrations));
    }

    void note(Caller caller, List<String> illustrations) {
        CompletableFuture<Optional<List<String>>> interrupt = noteOrNext(caller, illustrations);
        if (interrupt != null) {
            interrupt.complete(Optional.of(illustrations));
        }
    }

    /** @return the interrupt that waits for it; null when none does; then it is noted, unless it was taken */
    private synchronized @Nullable CompletableFuture<Optional<List<String>>> noteOrNext(
            Caller caller, List<String> illustrations) {
        if (isTaken(caller, illustrations)) {
            return null;
        }
        Deque<CompletableFuture<Optional<List<String>>>> waiting = awaited.get(caller);
        if (waiting != null) {
            return next(caller, waiting);
        }
        Deque<HangUp> hangUps = noted.computeIfAbsent(caller, any -> new ArrayDeque<>());
        hangUps.removeIf(this::isOld);
        hangUps.add(new HangUp(illustrations, clock.instant()));
        return null;
    }

    private CompletableFuture<Optional<List<String>>> next(
            Caller caller, Deque<CompletableFuture<Optional<List<String>>>> waiting) {
        CompletableFuture<Optional<List<String>>> first = waiting.remove();
        if (waiting.isEmpty()) {
            awaited.remove(caller);
        }
        return first;
    }

    /**
     * What an interrupt that comes now means, if it comes close to a hang-up; the next one means something else. Completes
     * where it may block.
     *
     * @param mayCome whether to wait a little for a hang-up, where none is noted yet
     */
    CompletableFuture<Optional<List<String>>> take(Caller caller, boolean mayCome) {
        CompletableFuture<Optional<List<String>>> taken = takeOrWait(caller, mayCome);
        if (!taken.isDone()) {
            later.run(SOON, () -> giveUp(caller, taken));
        }
        return taken;
    }

    private synchronized CompletableFuture<Optional<List<String>>> takeOrWait(Caller caller, boolean mayCome) {
        Deque<HangUp> hangUps = noted.getOrDefault(caller, new ArrayDeque<>());
        hangUps.removeIf(this::isOld);
        HangUp first = hangUps.poll();
        if (hangUps.isEmpty()) {
            noted.remove(caller);
        }
        if (first != null || !mayCome) {
            return CompletableFuture.completedFuture(Optional.ofNullable(first).map(HangUp::illustrations));
        }
        CompletableFuture<Optional<List<String>>> waits = new CompletableFuture<>();
        awaited.computeIfAbsent(caller, any -> new ArrayDeque<>()).add(waits);
        return waits;
    }

    private void giveUp(Caller caller, CompletableFuture<Optional<List<String>>> waits) {
        synchronized (this) {
            Deque<CompletableFuture<Optional<List<String>>>> waiting = awaited.get(caller);
            if (waiting == null || !waiting.remove(waits)) {
                return;
            }
            if (waiting.isEmpty()) {
                awaited.remove(caller);
            }
        }
        waits.complete(Optional.empty());
    }

    private boolean isOld(HangUp hangUp) {
        return !clock.instant().isBefore(hangUp.at().plus(TOGETHER));
    }
}

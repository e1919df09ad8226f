package dev.limner.gateway.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The requests for pictures that clients wait for, and which of them an interrupt means. Clients that are told to stop hang
 * up and, over another connection, interrupt. Both mean the one request and come in any order; the interrupt must not hit
 * another of the same key. Thread-safe; never blocks, but for what {@link #leave} sets going.
 *
 * <p>An interrupt carries no sign of the request that it belongs to, so that time must tell. Who only hangs up, such as
 * curl, and who only interrupts, such as programs that keep their connection, may use one key within {@link #TOGETHER}:
 * then the interrupt is spent on the hang-up and stops nothing, and the next one works. The other way round, a picture
 * that somebody waits for would be lost.
 */
final class Visits {
    /**
     * So long after the hang-up the interrupt belongs to it. Both are sent at once; the interrupt may open a connection
     * first, through TLS and a proxy, and a packet that is lost then is sent again after one second (RFC 6298).
     */
    private static final Duration TOGETHER = Duration.ofSeconds(2);
    /** SillyTavern interrupts first and hangs up at once thereafter, both through its own server. */
    private static final Duration SOON = Duration.ofMillis(300);

    private final InstantSource clock;
    private final Later later;
    private final Map<Caller, List<Visit>> waiting = new HashMap<>();
    /** Who hung up, and whose interrupt has not come. */
    private final Map<Caller, Deque<Visit>> left = new HashMap<>();
    /** Interrupts that wait for a hang-up. */
    private final Map<Caller, Deque<CompletableFuture<Optional<Visit>>>> interrupts = new HashMap<>();

    Visits(InstantSource clock, Later later) {
        this.clock = clock;
        this.later = later;
    }

    synchronized Visit enter(Caller caller) {
        Visit visit = new Visit(caller);
        waiting.computeIfAbsent(caller, any -> new ArrayList<>()).add(visit);
        return visit;
    }

    /** Those of a caller that are not answered yet, in the order in which they came. */
    synchronized List<Visit> waiting(Caller caller) {
        return List.copyOf(waiting.getOrDefault(caller, List.of()));
    }

    /** Whether a client waits for a job that nobody stopped. */
    synchronized boolean isWaitedFor(Caller caller, Job job) {
        return waiting.getOrDefault(caller, List.of()).stream().anyMatch(v -> !v.isStopped() && v.isFor(job));
    }

    /** It is answered, whatever the client does now. */
    synchronized void end(Visit visit) {
        remove(visit);
    }

    private void remove(Visit visit) {
        waiting.computeIfPresent(visit.caller(), (any, visits) -> {
            visits.remove(visit);
            return visits.isEmpty() ? null : visits;
        });
    }

    synchronized void accepted(Visit visit, Job job) {
        visit.accepted(job);
    }

    /**
     * @return what is to be cancelled; null while it is not accepted, and then {@link Visit#isOver()} tells whoever is at
     *     that
     */
    synchronized @Nullable Job stop(Visit visit) {
        visit.stop();
        return visit.job();
    }

    /** The same for all who wait for a request, or hung up on it: their hang-ups mean no other. */
    synchronized void stopAll(Caller caller, List<String> illustrations) {
        Deque<Visit> gone = left.getOrDefault(caller, new ArrayDeque<>());
        gone.removeIf(visit -> asksFor(visit, illustrations));
        if (gone.isEmpty()) {
            left.remove(caller);
        }
        waiting.getOrDefault(caller, List.of()).stream()
                .filter(visit -> asksFor(visit, illustrations))
                .forEach(Visit::stop);
    }

    private static boolean asksFor(Visit visit, List<String> illustrations) {
        Job job = visit.job();
        return job != null && illustrations.stream().anyMatch(job.illustrations()::contains);
    }

    /** A client hung up before it was answered. Where an interrupt waits for that, it goes on, on this thread. */
    void leave(Visit visit) {
        CompletableFuture<Optional<Visit>> interrupt = noteOrNext(visit);
        if (interrupt != null) {
            interrupt.complete(Optional.of(visit));
        }
    }

    /** @return the interrupt that waits for it; null when none does; then it is noted, unless it was stopped */
    private synchronized @Nullable CompletableFuture<Optional<Visit>> noteOrNext(Visit visit) {
        remove(visit);
        visit.left(clock.instant());
        if (visit.isStopped()) {
            return null;
        }
        Deque<CompletableFuture<Optional<Visit>>> waits = interrupts.get(visit.caller());
        if (waits != null) {
            CompletableFuture<Optional<Visit>> first = waits.remove();
            if (waits.isEmpty()) {
                interrupts.remove(visit.caller());
            }
            return first;
        }
        Deque<Visit> gone = left.computeIfAbsent(visit.caller(), any -> new ArrayDeque<>());
        gone.removeIf(this::isOld);
        gone.add(visit);
        return null;
    }

    /**
     * Whom an interrupt that comes now means, if it comes close to a hang-up; the next one means another. Completes where
     * it may block.
     *
     * @param mayCome whether to wait a little for a hang-up, where none is noted yet
     */
    CompletableFuture<Optional<Visit>> interrupted(Caller caller, boolean mayCome) {
        CompletableFuture<Optional<Visit>> meant = takeOrWait(caller, mayCome);
        if (!meant.isDone()) {
            later.run(SOON, () -> giveUp(caller, meant));
        }
        return meant;
    }

    private synchronized CompletableFuture<Optional<Visit>> takeOrWait(Caller caller, boolean mayCome) {
        Deque<Visit> gone = left.getOrDefault(caller, new ArrayDeque<>());
        gone.removeIf(this::isOld);
        Visit first = gone.poll();
        if (gone.isEmpty()) {
            left.remove(caller);
        }
        if (first != null || !mayCome) {
            return CompletableFuture.completedFuture(Optional.ofNullable(first));
        }
        CompletableFuture<Optional<Visit>> waits = new CompletableFuture<>();
        interrupts.computeIfAbsent(caller, any -> new ArrayDeque<>()).add(waits);
        return waits;
    }

    private void giveUp(Caller caller, CompletableFuture<Optional<Visit>> waits) {
        synchronized (this) {
            Deque<CompletableFuture<Optional<Visit>>> all = interrupts.get(caller);
            if (all == null || !all.remove(waits)) {
                return;
            }
            if (all.isEmpty()) {
                interrupts.remove(caller);
            }
        }
        waits.complete(Optional.empty());
    }

    private boolean isOld(Visit visit) {
        Instant at = visit.left();
        return at == null || !clock.instant().isBefore(at.plus(TOGETHER));
    }
}

package dev.limner.illustration;

import dev.limner.chat.UserRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lanes for as long as a test runs. */
public final class InMemoryLanes implements Lanes {
    private static final long LOOK_AGAIN_MILLIS = 5;

    private final int threads;
    private final InstantSource time;
    private final ExecutorService pool;
    /** When each lane's next turn is due; in the order of the line. */
    private final Map<UserRef, Instant> line = new LinkedHashMap<>();

    private final Set<Thread> serving = ConcurrentHashMap.newKeySet();
    private final Set<UserRef> running = new HashSet<>();
    private final Set<UserRef> wokenMeanwhile = new HashSet<>();

    public InMemoryLanes(int threads, InstantSource time) {
        this.threads = threads;
        this.time = time;
        this.pool = Executors.newFixedThreadPool(threads);
    }

    @Override
    public void start(Work work) {
        for (int i = 0; i < threads; i++) {
            pool.execute(() -> serve(work));
        }
    }

    @Override
    public synchronized void wake(UserRef requester) {
        if (running.contains(requester)) {
            wokenMeanwhile.add(requester);
        } else {
            line.putIfAbsent(requester, time.instant());
            notifyAll();
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
        try {
            if (!pool.awaitTermination(3, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a turn does not end: " + whereTheyAre());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String whereTheyAre() {
        return serving.stream()
                .filter(Thread::isAlive)
                .map(thread -> "\n" + thread.getName() + " "
                        + Stream.of(thread.getStackTrace())
                                .map(StackTraceElement::toString)
                                .collect(Collectors.joining("\n  ")))
                .collect(Collectors.joining());
    }

    private void serve(Work work) {
        serving.add(Thread.currentThread());
        try {
            while (!pool.isShutdown()) {
                UserRef requester = take();
                Optional<Duration> rest = Optional.of(Duration.ofMillis(1));
                try {
                    rest = work.turn(requester);
                } catch (RuntimeException e) {
                    // its turn comes again
                } finally {
                    putBack(requester, rest);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized UserRef take() throws InterruptedException {
        while (true) {
            Instant now = time.instant();
            for (Map.Entry<UserRef, Instant> lane : line.entrySet()) {
                if (!lane.getValue().isAfter(now)) {
                    UserRef requester = lane.getKey();
                    line.remove(requester);
                    running.add(requester);
                    return requester;
                }
            }
            wait(LOOK_AGAIN_MILLIS);
            // a turn may have taken the interruption away
            if (pool.isShutdown()) {
                throw new InterruptedException();
            }
        }
    }

    private synchronized void putBack(UserRef requester, Optional<Duration> rest) {
        running.remove(requester);
        boolean woken = wokenMeanwhile.remove(requester);
        if (rest.isPresent()) {
            line.put(requester, time.instant().plus(rest.get()));
        } else if (woken) {
            line.put(requester, time.instant());
        }
        notifyAll();
    }
}

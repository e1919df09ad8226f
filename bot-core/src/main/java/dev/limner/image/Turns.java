package dev.limner.image;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Gives servers out, to each as many requests as it takes at once. Of several that would do, the least busy one; whoever
 * came first is first. Thread-safe.
 */
final class Turns {
    /** So often whoever waits looks whether another server would do by now. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Server, Integer> underWay = new HashMap<>();
    /** Who waits for what, first come first. */
    private final Map<Object, List<Server>> waiting = new LinkedHashMap<>();

    private long changes;

    /**
     * Waits for a free one.
     *
     * @param wanted those that would do, by now; asked again while waiting
     * @return empty when there are none
     */
    Optional<Server> take(Supplier<List<Server>> wanted) throws InterruptedException {
        Object ticket = new Object();
        try {
            while (true) {
                long before = changes();
                List<Server> servers = wanted.get();
                if (servers.isEmpty()) {
                    return Optional.empty();
                }
                Optional<Server> free = tryTake(ticket, servers);
                if (free.isPresent()) {
                    return free;
                }
                awaitChange(before);
            }
        } finally {
            leave(ticket);
        }
    }

    void give(Server server) {
        lock.lock();
        try {
            underWay.merge(server, -1, Integer::sum);
            announce();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Server> tryTake(Object ticket, List<Server> servers) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waiting.put(ticket, servers);
            Optional<Server> free = servers.stream()
                    .filter(s -> room(s) > 0)
                    .sorted(Comparator.comparingDouble(s -> (double) underWay.getOrDefault(s, 0) / s.concurrency()))
                    .filter(server -> isLeftOver(server, before(ticket)))
                    .findFirst();
            free.ifPresent(server -> underWay.merge(server, 1, Integer::sum));
            return free;
        } finally {
            lock.unlock();
        }
    }

    private int room(Server server) {
        return server.concurrency() - underWay.getOrDefault(server, 0);
    }

    /** Whether as many of those who came before could go on if this one were taken: they are not made to wait longer. */
    private boolean isLeftOver(Server taken, List<List<Server>> before) {
        return Seating.most(before, s -> room(s) - (s.equals(taken) ? 1 : 0)) == Seating.most(before, this::room);
    }

    /** What those wait for who came before. */
    private List<List<Server>> before(Object ticket) {
        return waiting.entrySet().stream()
                .takeWhile(other -> other.getKey() != ticket)
                .map(Map.Entry::getValue)
                .toList();
    }

    private long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    private void awaitChange(long before) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = LOOK.toNanos();
            while (changes == before && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void leave(Object ticket) {
        lock.lock();
        try {
            waiting.remove(ticket);
            announce();
        } finally {
            lock.unlock();
        }
    }

    private void announce() {
        changes++;
        changed.signalAll();
    }
}

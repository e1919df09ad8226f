package dev.limner.image;

import java.time.Duration;
import java.util.ArrayList;
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
            List<Server> free =
                    new ArrayList<>(servers.stream().filter(s -> room(s) > 0).toList());
            int room = free.stream().mapToInt(this::room).sum();
            if (room <= before(ticket, servers)) {
                return Optional.empty();
            }
            free.sort(Comparator.comparingDouble(s -> (double) underWay.getOrDefault(s, 0) / s.concurrency()));
            Server server = free.get(0);
            underWay.merge(server, 1, Integer::sum);
            return Optional.of(server);
        } finally {
            lock.unlock();
        }
    }

    private int room(Server server) {
        return server.concurrency() - underWay.getOrDefault(server, 0);
    }

    /** How many came before and wait for one of the same. */
    private int before(Object ticket, List<Server> servers) {
        int count = 0;
        for (Map.Entry<Object, List<Server>> other : waiting.entrySet()) {
            if (other.getKey() == ticket) {
                return count;
            }
            count += other.getValue().stream().anyMatch(servers::contains) ? 1 : 0;
        }
        return count;
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

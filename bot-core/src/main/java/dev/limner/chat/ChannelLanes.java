package dev.limner.chat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what happens in channels: of one channel in order and one at a time, of different channels side by side, on a few
 * threads. Channels take turns of {@value #TURN} tasks, so that a flooded one delays the others little. A channel with
 * nothing to do takes no memory. Thread-safe.
 */
public final class ChannelLanes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelLanes.class);

    /** Leaves time for the rest of a shutdown that is to take 5 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int TURN = 8;

    private final Map<ChannelRef, Lane> lanes = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final int backlog;
    private final AtomicLong unfinished = new AtomicLong();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean closed;

    /** With 16 threads, for tasks that mostly wait for the database or the network, and room for 1,000 events a channel. */
    public ChannelLanes() {
        this(16, 1000);
    }

    /**
     * @param threads how many channels are served at a time
     * @param backlog how many tasks of one channel may wait
     */
    public ChannelLanes(int threads, int backlog) {
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(
                threads, task -> new Thread(task, "channel-lane-" + number.incrementAndGet()));
        this.backlog = backlog;
    }

    /**
     * Runs a task behind those that the channel has already. The next one starts when the call has returned; the stage
     * that it returned, such as for something being written, may complete later.
     *
     * @return completes as the task's own stage does, or exceptionally when the task throws; with a
     *     {@link RejectedExecutionException} when it was not or will not be run
     */
    public CompletionStage<Void> submit(ChannelRef channel, Callable<? extends CompletionStage<Void>> work) {
        Task task = new Task(work, new CompletableFuture<>());
        unfinished.incrementAndGet();
        try {
            lanes.compute(channel, (key, lane) -> laneWith(task, key, lane));
        } catch (RejectedExecutionException notTaken) {
            finish();
            task.done().completeExceptionally(notTaken);
        }
        return task.done();
    }

    private Lane laneWith(Task task, ChannelRef channel, @Nullable Lane lane) {
        if (closed) {
            throw new RejectedExecutionException("closing: nothing more is taken for " + channel);
        }
        if (lane != null) {
            lane.add(task);
            return lane;
        }
        Lane opened = new Lane(channel);
        opened.add(task);
        threads.execute(opened);
        return opened;
    }

    /** How many channels have something to do. */
    int active() {
        return lanes.size();
    }

    /**
     * Takes nothing more, and waits for what was taken. When the time is over, running tasks are interrupted, and those
     * that wait are dropped: their stages fail.
     *
     * @return how many were dropped
     */
    public int close(Duration patience) {
        closed = true;
        if (unfinished.get() == 0) {
            drained.complete(null);
        }
        try {
            drained.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException tooLong) {
            LOG.debug("tasks of {} channels are left", lanes.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Stream<ChannelRef> notBegun = threads.shutdownNow().stream().map(lane -> ((Lane) lane).channel);
        return Stream.concat(notBegun, lanes.keySet().stream())
                .mapToInt(this::drop)
                .sum();
    }

    @Override
    public void close() {
        int dropped = close(PATIENCE);
        if (dropped > 0) {
            LOG.warn("{} events were dropped when closing", dropped);
        }
    }

    private int drop(ChannelRef channel) {
        int count = 0;
        for (Task task = take(channel); task != null; task = take(channel)) {
            task.done().completeExceptionally(new RejectedExecutionException("closed before the turn of " + channel));
            finish();
            count++;
        }
        return count;
    }

    /** The next task of a channel; null, and the lane is gone, when it has none. */
    private @Nullable Task take(ChannelRef channel) {
        Queue<Task> taken = new ArrayDeque<>(1);
        lanes.computeIfPresent(channel, (key, lane) -> {
            Task task = lane.tasks.poll();
            if (task == null) {
                return null;
            }
            taken.add(task);
            return lane;
        });
        return taken.poll();
    }

    private void finish() {
        if (unfinished.decrementAndGet() == 0 && closed) {
            drained.complete(null);
        }
    }

    private record Task(Callable<? extends CompletionStage<Void>> work, CompletableFuture<Void> done) {

        /** Completes {@link #done} in every case. */
        void run(ChannelRef channel) {
            try {
                work.call().whenComplete((nothing, fault) -> {
                    if (fault == null) {
                        done.complete(null);
                    } else {
                        done.completeExceptionally(fault);
                    }
                });
            } catch (Throwable fault) {
                LOG.warn("an event of {} failed", channel, fault);
                done.completeExceptionally(fault);
            }
        }
    }

    /** The tasks of one channel; touched only within the map's computations. */
    private final class Lane implements Runnable {

        private final ChannelRef channel;
        private final Queue<Task> tasks = new ArrayDeque<>();

        Lane(ChannelRef channel) {
            this.channel = channel;
        }

        void add(Task task) {
            if (tasks.size() >= backlog) {
                throw new RejectedExecutionException(channel + " has " + backlog + " events waiting; one was refused");
            }
            tasks.add(task);
        }

        @Override
        public void run() {
            for (int i = 0; i < TURN; i++) {
                Task task = take(channel);
                if (task == null) {
                    return;
                }
                task.run(channel);
                finish();
                if (threads.isShutdown()) {
                    return;
                }
            }
            try {
                threads.execute(this);
            } catch (RejectedExecutionException closing) {
                LOG.debug("{} is left to be dropped", channel);
            }
        }
    }
}

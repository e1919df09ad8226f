package dev.limner.discord;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads of this adapter's own, beside JDA's, which must not wait. What is due at a time, what waits for Discord, and what
 * waits for the storage each have theirs, so that none of them holds up another. Thread-safe.
 */
final class Threads implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Threads.class);
    private static final int ANSWERING = 8;
    private static final int SUGGESTING = 2;
    /** As many as people type at a time; what waits behind more comes later than Discord takes it. */
    private static final int TYPED = 64;

    private static final long IDLE_SECONDS = 30;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("discord-timer"));
    private final ExecutorService answers =
            pool("discord-answers", ANSWERING, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.AbortPolicy());
    private final ExecutorService suggestions = pool(
            "discord-suggestions",
            SUGGESTING,
            new ArrayBlockingQueue<>(TYPED),
            new ThreadPoolExecutor.DiscardOldestPolicy());

    private static ExecutorService pool(
            String name, int threads, BlockingQueue<Runnable> waiting, RejectedExecutionHandler full) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, waiting, named(name), full);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** @param task must not block; run at once when all is being closed */
    void later(Duration delay, Runnable task) {
        try {
            var unused = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            task.run();
        }
    }

    /** @param task may wait for Discord */
    void answer(Runnable task) {
        try {
            answers.execute(task);
        } catch (RejectedExecutionException closing) {
            log.debug("not answered while closing");
        }
    }

    /** @param task may wait for the storage; not run when too many newer ones came meanwhile */
    void suggest(Runnable task) {
        suggestions.execute(task);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        answers.shutdownNow();
        suggestions.shutdownNow();
    }
}

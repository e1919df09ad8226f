package dev.limner.conversation;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A few threads for answers that wait for somebody else's server and change nothing here, so that the channel goes on
 * meanwhile. Thread-safe.
 */
final class AsideThreads implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int WAITING = 32;
    private static final long IDLE_SECONDS = 30;

    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                Thread thread = new Thread(task, "aside-" + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });

    AsideThreads() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** @throws RejectedExecutionException when too much waits already, or after the end */
    CompletionStage<Void> run(Supplier<CompletionStage<Void>> work) {
        return CompletableFuture.supplyAsync(work, threads).thenCompose(stage -> stage);
    }

    /** Interrupts what is under way. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}

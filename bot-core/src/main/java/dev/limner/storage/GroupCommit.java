package dev.limner.storage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * One thread that does units of work in the order they were submitted. All that are waiting share a transaction, and so
 * one write to the disk; each stands behind a savepoint, so that one that fails undoes itself alone.
 */
final class GroupCommit implements AutoCloseable {
    private static final int LONGEST_QUEUE = 8192;
    private static final int LARGEST_BATCH = 1024;

    private final Jdbi jdbi;
    private final DiskWaiting waiting;
    private final UnaryOperator<Throwable> explain;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition submitted = lock.newCondition();
    private final Condition taken = lock.newCondition();
    private final Queue<Unit<?>> queue = new ArrayDeque<>();
    private boolean closed;
    private volatile CompletableFuture<?> newest = CompletableFuture.completedFuture(null);

    /** @param explain what to fail with, given what went wrong */
    GroupCommit(Jdbi jdbi, DiskWaiting waiting, UnaryOperator<Throwable> explain) {
        this.jdbi = jdbi;
        this.waiting = waiting;
        this.explain = explain;
        this.thread = new Thread(this::serve, "storage-writer");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /**
     * Blocks only while thousands are waiting already.
     *
     * @param durable whether a power cut after its completion must not undo it
     */
    <T> CompletableFuture<T> submit(Work<T> work, boolean durable) {
        Unit<T> unit = new Unit<>(work, durable);
        lock.lock();
        try {
            while (queue.size() >= LONGEST_QUEUE && !closed && !isWriter()) {
                taken.await();
            }
            if (closed) {
                return CompletableFuture.failedFuture(new StorageException("the database is closed"));
            }
            queue.add(unit);
            newest = unit.future;
            submitted.signal();
            return unit.future;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(new StorageException("interrupted before it could be written", e));
        } finally {
            lock.unlock();
        }
    }

    /** Completes, normally or not, when all that was submitted before this call is committed or has failed. */
    CompletableFuture<?> caughtUp() {
        return newest;
    }

    boolean isWriter() {
        return Thread.currentThread() == thread;
    }

    /** Does what was submitted so far, then ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            submitted.signalAll();
            taken.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps hold of nothing while it waits: a unit may carry a picture. */
    private void serve() {
        boolean more = true;
        while (more) {
            more = commit(take());
        }
    }

    /** @return nothing once it is closed and all is done */
    private List<Unit<?>> take() {
        lock.lock();
        try {
            while (queue.isEmpty() && !closed) {
                submitted.awaitUninterruptibly();
            }
            List<Unit<?>> batch = new ArrayList<>();
            while (!queue.isEmpty() && batch.size() < LARGEST_BATCH) {
                batch.add(queue.remove());
            }
            taken.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** @return false when there is nothing to do, and never will be */
    private boolean commit(List<Unit<?>> batch) {
        if (batch.isEmpty()) {
            return false;
        }
        try {
            jdbi.useHandle(handle -> run(batch, handle));
        } catch (Throwable e) {
            Throwable failure = explain.apply(e);
            batch.forEach(unit -> unit.future.completeExceptionally(failure));
            return true;
        }
        batch.forEach(unit -> unit.complete(explain));
        return true;
    }

    /** The connection is left as it was found, since the job scheduler uses it too. */
    private void run(List<Unit<?>> batch, Handle handle) {
        boolean durable = batch.stream().anyMatch(unit -> unit.durable);
        if (durable) {
            handle.execute(waiting.on());
        }
        try {
            handle.useTransaction(transaction -> {
                for (Unit<?> unit : batch) {
                    unit.run(transaction);
                }
            });
        } finally {
            if (durable) {
                handle.execute(waiting.off());
            }
        }
    }

    private static final class Unit<T> {
        private static final String SAVEPOINT = "unit";

        private final Work<T> work;
        private final boolean durable;
        private final CompletableFuture<T> future = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable Throwable failure;

        Unit(Work<T> work, boolean durable) {
            this.work = work;
            this.durable = durable;
        }

        /** Throws only when the transaction as a whole is lost. */
        void run(Handle handle) {
            handle.savepoint(SAVEPOINT);
            try {
                result = work.on(handle);
                handle.release(SAVEPOINT);
            } catch (Throwable e) {
                failure = e;
                handle.rollbackToSavepoint(SAVEPOINT);
            }
        }

        void complete(UnaryOperator<Throwable> explain) {
            if (failure == null) {
                future.complete(result);
            } else {
                future.completeExceptionally(explain.apply(failure));
            }
        }
    }
}

package dev.limner.storage;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.limner.chat.UserRef;
import dev.limner.illustration.Lanes;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lanes as executions of db-scheduler, whose instance id is the requester: there is one at most, and it runs once at a
 * time. A lane that has more to do stands in line again behind the others.
 */
public final class SchedulerLanes implements Lanes {
    /** The usual number of turns at a time. */
    public static final int THREADS = 8;

    static final String TASK = "illustration";

    private static final Logger LOG = LoggerFactory.getLogger(SchedulerLanes.class);
    // new work is announced within the process at once; the poll is for lanes whose rest is over
    private static final Duration POLL = Duration.ofMillis(100);
    // the library waits so long twice, before and after an interrupt of its own
    private static final Duration LONGEST_CLOSE = Duration.ofMillis(1500);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);

    private final Database database;
    private final Predicate<UserRef> hasWork;
    private final LaneClock clock;
    private final ThreadPoolExecutor turns;
    private final CustomTask<Void> task;
    private final Scheduler scheduler;
    private final Set<Thread> inTurn = new HashSet<>();
    private boolean closing; // guarded by inTurn
    private volatile @Nullable Work work;

    /**
     * @param hasWork whether a requester has something to do; asked when a lane has ended, so that what came meanwhile is
     *     not left lying
     * @param threads how many turns at a time
     */
    public SchedulerLanes(Database database, Predicate<UserRef> hasWork, int threads, InstantSource time) {
        this.database = database;
        this.hasWork = hasWork;
        this.clock = new LaneClock(time);
        this.turns = pool(threads);
        this.task = Tasks.custom(TASK, Void.class)
                .onFailure(this::failed)
                .onDeadExecutionRevive()
                .execute(this::turn);
        this.scheduler = Scheduler.create(database.writing(), task)
                .clock(clock)
                .threads(threads)
                .executorService(turns)
                .pollingInterval(POLL)
                .shutdownMaxWait(LONGEST_CLOSE)
                .failureLogging(LogLevel.OFF, false)
                .enableImmediateExecution()
                .build();
    }

    @Override
    public void start(Work work) {
        this.work = work;
        releaseDead();
        scheduler.start();
    }

    /**
     * A lane that stands in line already, as by {@link #lineUp(Handle, UserRef, Instant)}, costs no write, and its turn does
     * not wait until that is looked up.
     */
    @Override
    public void wake(UserRef requester) {
        scheduler.triggerCheckForDueExecutions();
        if (!standsInLine(requester)) {
            scheduler.scheduleIfNotExists(task.instance(Refs.stored(requester)), clock.now());
        }
    }

    /**
     * Lines a requester up as part of another unit of work, unless their lane stands there; a call of {@link #wake} then
     * gives the turn at once, and without one it comes with the next poll.
     */
    static void lineUp(Handle handle, UserRef requester, Instant now) {
        handle.execute("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures, version)
                values (?, ?, ?, ?, 0, 1)
                on conflict (task_name, task_instance) do nothing
                """, TASK, Refs.stored(requester), Timestamp.from(now), false);
    }

    private boolean standsInLine(UserRef requester) {
        return database.read(handle -> handle.select(
                        "select 1 from scheduled_tasks where task_name = ? and task_instance = ?",
                        TASK,
                        Refs.stored(requester))
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public void close() {
        scheduler.pause();
        synchronized (inTurn) {
            closing = true;
            inTurn.forEach(Thread::interrupt);
        }
        turns.getQueue().clear();
        scheduler.stop();
    }

    /** One process holds the data folder, so whatever is marked as running here ran in one that died. */
    private void releaseDead() {
        database.writeNow(handle -> handle.execute("""
                update scheduled_tasks
                set picked = ?, picked_by = null, last_heartbeat = null, version = version + 1
                where task_name = ? and picked = ?
                """, false, TASK, true));
    }

    private CompletionHandler<Void> turn(TaskInstance<Void> lane, ExecutionContext context) {
        Work started = work;
        if (started == null) {
            throw new IllegalStateException("a turn before the start");
        }
        UserRef requester = Refs.user(lane.getId());
        try {
            Optional<Duration> rest = interruptible(started, requester);
            return (complete, lanes) ->
                    rest.ifPresentOrElse(time -> lineUp(complete, lanes, time), () -> end(lanes, requester));
        } catch (InterruptedException e) {
            return (complete, lanes) -> lineUp(complete, lanes, Duration.ZERO);
        }
    }

    /** Interrupted by {@link #close} only within the turn, so that what came of it is still put down. */
    private Optional<Duration> interruptible(Work started, UserRef requester) throws InterruptedException {
        synchronized (inTurn) {
            if (closing) {
                throw new InterruptedException();
            }
            inTurn.add(Thread.currentThread());
        }
        try {
            return started.turn(requester);
        } finally {
            synchronized (inTurn) {
                inTurn.remove(Thread.currentThread());
                Thread.interrupted();
            }
        }
    }

    private void lineUp(ExecutionComplete complete, ExecutionOperations<Void> lanes, Duration rest) {
        Instant next = rest.isZero() ? clock.endOfLine() : clock.now().plus(rest);
        lanes.reschedule(complete, next);
    }

    /** Looks for work once the lane is gone: a wake before that had no effect, one after it has. */
    private void end(ExecutionOperations<Void> lanes, UserRef requester) {
        lanes.remove();
        if (mayHaveWork(requester)) {
            wake(requester);
        }
    }

    private boolean mayHaveWork(UserRef requester) {
        try {
            return hasWork.test(requester);
        } catch (RuntimeException e) {
            LOG.error("cannot tell whether lane {} has work, so it gets another turn", requester, e);
            return true;
        }
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<Void> lanes) {
        int failures = complete.getExecution().consecutiveFailures + 1;
        Duration rest = Duration.ofSeconds(1L << Math.min(failures - 1, 10));
        if (rest.compareTo(LONGEST_BACK_OFF) > 0) {
            rest = LONGEST_BACK_OFF;
        }
        LOG.error(
                "a turn of lane {} failed, {} times in a row; the next one is in {} s",
                complete.getExecution().getId(),
                failures,
                rest.toSeconds(),
                complete.getCause().orElse(null));
        lineUp(complete, lanes, rest);
    }

    private static ThreadPoolExecutor pool(int threads) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                turn -> new Thread(turn, "lane-" + number.incrementAndGet()),
                // what comes once it is shut down stays in the database, for the next start
                new ThreadPoolExecutor.DiscardPolicy());
    }
}

package dev.limner.illustration;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the places in the queue true on the status messages of those that wait. */
final class QueueWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(QueueWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Looking up more places than this each time would cost more than they tell. */
    private static final int MOST = 50;

    private final IllustrationRepository illustrations;
    private final StatusBoard board;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "queue-watch");
        thread.setDaemon(true);
        return thread;
    });

    public QueueWatch(IllustrationRepository illustrations, StatusBoard board) {
        this.illustrations = illustrations;
        this.board = board;
        var unused =
                looking.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            board.waiting().stream().limit(MOST).forEach(id -> {
                int place = illustrations.placeOf(id);
                if (place > 0) {
                    board.showPlace(id, place);
                }
            });
        } catch (RuntimeException e) {
            log.warn("places in the queue not refreshed", e);
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}

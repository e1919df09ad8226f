package dev.limner.image;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at servers from time to time, so that a request need not be the one to find out. Does nothing for a single one. */
final class Health implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Health.class);

    private final List<Server> servers;
    private final ScheduledThreadPoolExecutor thread;

    /**
     * @param whileDown how often to look at one that was down
     * @param whileUp how often to look at one that was up
     */
    Health(List<Server> servers, Duration whileDown, Duration whileUp) {
        this.servers = List.copyOf(servers);
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "limner-image-health");
            made.setDaemon(true);
            return made;
        });
        thread.setRemoveOnCancelPolicy(true);
        if (servers.size() > 1) {
            every(whileDown, false);
            every(whileUp, true);
        }
    }

    /** Something went wrong there: looks at once. */
    void suspect(Server server) {
        if (servers.size() > 1) {
            try {
                thread.execute(() -> look(server));
            } catch (RejectedExecutionException e) {
                log.debug("closed while looking at {}", server);
            }
        }
    }

    private void every(Duration interval, boolean up) {
        var unused = thread.scheduleWithFixedDelay(
                () -> servers.stream().filter(server -> server.isUp() == up).forEach(Health::look),
                interval.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** A fault in one look must not end all later ones. */
    private static void look(Server server) {
        boolean before = server.isUp();
        try {
            server.look();
        } catch (RuntimeException e) {
            log.error("{} could not be looked at", server, e);
        }
        if (before != server.isUp()) {
            log.info("image server {} is {}", server.name(), before ? "down" : "back");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

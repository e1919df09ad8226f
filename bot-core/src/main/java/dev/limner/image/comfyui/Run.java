package dev.limner.image.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Verdict;
import dev.limner.image.wire.WireFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs graphs at a server. A job's id is derived from its request and its graph, so that a request that is tried again,
 * even by a process that was started anew, finds the work that was begun and does not pile a second job on it.
 * Thread-safe.
 */
final class Run {
    private static final Logger log = LoggerFactory.getLogger(Run.class);
    /** A job that failed is begun under another id; nobody tries as often as this. */
    private static final int MOST_IDS = 100;
    /** Once it is heard that a job has ended, its history is there within this. */
    private static final long SOON = Duration.ofMillis(20).toNanos();

    /** What leaves it open whether the server has a job. */
    private static final Set<Fault> MAY_BE_TAKEN = Set.of(Fault.BROKEN_OFF, Fault.STALLED, Fault.GARBLED);

    /** What says nothing of the job. */
    private static final Set<Fault> UNASKED = Set.of(Fault.UNREACHABLE, Fault.DOWN, Fault.BUSY, Fault.SERVER_ERROR);

    private final ComfyApi api;
    private final Feed feed;
    private final String clientId;
    private final ComfySettings settings;
    private final LongSupplier nanos;

    /** @param nanos a steady clock, such as {@link System#nanoTime()} */
    Run(ComfyApi api, Feed feed, String clientId, ComfySettings settings, LongSupplier nanos) {
        this.api = api;
        this.feed = feed;
        this.clientId = clientId;
        this.settings = settings;
        this.nanos = nanos;
    }

    /**
     * @param request names what the job is for
     * @param again whether the server may have it already; it is not asked when not, which saves two calls
     * @throws InterruptedException when the thread was interrupted; the job was taken from the server
     */
    End of(String request, boolean again, Graph graph, Follower follower) throws WireFault, InterruptedException {
        String content = graph.json().toString();
        if (!again) {
            return follow(id(request, content, 0), graph, follower, false);
        }
        for (int i = 0; i < MOST_IDS; i++) {
            String id = id(request, content, i);
            // in this order: a job goes from the queue to the history, so one that has ended meanwhile is not missed
            boolean waiting = api.queue().has(id);
            JsonNode past = waiting ? MissingNode.getInstance() : api.history(id);
            if (past.isMissingNode()) {
                return follow(id, graph, follower, waiting);
            }
            if (End.of(past, graph.output()) instanceof End.Done done
                    && !done.images().isEmpty()) {
                return done;
            }
        }
        throw new WireFault(Fault.SERVER_ERROR, "the server keeps failing at this request");
    }

    private static String id(String request, String content, int number) {
        return UUID.nameUUIDFromBytes((request + "\n" + number + "\n" + content).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** @param waiting whether the server has the job already */
    private End follow(String id, Graph graph, Follower follower, boolean waiting)
            throws WireFault, InterruptedException {
        feed.follow(id, follower);
        try {
            feed.open();
            if (waiting) {
                return await(id, MissingNode.getInstance(), graph, follower);
            }
            Reply reply = submit(id, graph);
            JsonNode answer = reply.json().orElseThrow();
            if (isInvalid(reply, graph)) {
                api.cancel(id);
                return new End.Invalid(answer);
            }
            return await(id, answer.path("number"), graph, follower);
        } catch (InterruptedException e) {
            cancel(id);
            throw e;
        } finally {
            feed.unfollow(id);
        }
    }

    private Reply submit(String id, Graph graph) throws WireFault, InterruptedException {
        try {
            Reply reply = api.submit(id, clientId, graph.json());
            if (reply.status() != 200 && reply.status() != 400) {
                throw Verdict.of(reply);
            }
            if (reply.json().isEmpty()) {
                throw new WireFault(reply.isSuccess() ? Fault.GARBLED : Fault.OTHER_SERVER, reply.describe());
            }
            return reply;
        } catch (WireFault e) {
            // when it is asked again the job is found by its id
            throw MAY_BE_TAKEN.contains(e.fault()) ? e.as(Fault.LOST_SIGHT) : e;
        }
    }

    /** Refused, or taken only for other outputs than the picture. */
    private static boolean isInvalid(Reply reply, Graph graph) {
        if (reply.status() == 400) {
            return true;
        }
        JsonNode errors = reply.json().orElseThrow().path("node_errors");
        for (JsonNode error : errors) {
            for (JsonNode output : error.path("dependent_outputs")) {
                if (graph.output().isEmpty() || graph.output().get().equals(output.asText())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** @param number of this job, as the server counts; missing when it is not known */
    private End await(String id, JsonNode number, Graph graph, Follower follower)
            throws WireFault, InterruptedException {
        Patience patience = new Patience(settings.timeout(), nanos);
        int missing = 0;
        int down = 0;
        while (true) {
            boolean ended = follower.awaitEnd(settings.pollInterval().toNanos());
            Look look = look(id, number);
            if (look.past() != null && !look.past().isMissingNode()) {
                return End.of(look.past(), graph.output());
            }
            down = look.down() ? down + 1 : 0;
            if (down > 1) {
                throw new WireFault(Fault.GONE, api.address() + " ended, and its queue with it");
            }
            missing = look.isGone(id) ? missing + 1 : 0;
            if (missing > 1) {
                throw new WireFault(Fault.GONE, api.address() + " no longer has the job; it was started anew");
            }
            if (patience.isOver(follower.signs() + " " + look.queue())) {
                throw giveUp(id, look);
            }
            if (ended) {
                Thread.sleep(Duration.ofNanos(SOON).toMillis());
            } else {
                feed.open();
            }
        }
    }

    /**
     * @param past null when the server could not be asked; {@code queue} likewise
     * @param down nothing listened there
     */
    private record Look(@Nullable JsonNode past, @Nullable Queue queue, boolean down) {
        boolean isGone(String id) {
            return queue != null && !queue.has(id);
        }
    }

    private Look look(String id, JsonNode number) throws WireFault, InterruptedException {
        try {
            JsonNode found = api.history(id);
            JsonNode past = isOfAnother(found, number) ? MissingNode.getInstance() : found;
            return new Look(past, past.isMissingNode() ? api.queue() : null, false);
        } catch (WireFault e) {
            if (UNASKED.contains(e.fault())) {
                return new Look(null, null, e.fault() == Fault.DOWN);
            }
            throw e;
        }
    }

    /** Until a job has ended, the history tells of an earlier one of the same name. */
    private static boolean isOfAnother(JsonNode past, JsonNode number) {
        JsonNode counted = past.path("prompt").path(0);
        return number.isNumber() && counted.isNumber() && counted.asLong() != number.asLong();
    }

    private WireFault giveUp(String id, Look look) throws InterruptedException {
        String limit = settings.timeout().toSeconds() + " s (IMAGE_TIMEOUT)";
        if (look.past() == null) {
            return new WireFault(Fault.LOST_SIGHT, api.address() + " could not be asked for " + limit);
        }
        cancel(id);
        return new WireFault(Fault.STALLED, api.address() + " made no progress for " + limit);
    }

    private void cancel(String id) throws InterruptedException {
        try {
            api.cancel(id);
        } catch (WireFault e) {
            log.info("a job could not be taken from {}: {}", api.address(), e.fault());
        }
    }
}

package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.limner.image.wire.Reply;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What a try before this one, perhaps of a process that ended, may have left at the server. These servers hand out a
 * picture only to who asked for it, so what is left is stopped, or waited for where it cannot be told from the pictures
 * of others, and then the request is drawn anew: never twice at once.
 */
final class EarlierTry {
    private final SdApi api;
    private final A1111Settings settings;
    private final LongSupplier nanos;

    /** @param nanos a steady clock, such as {@link System#nanoTime()} */
    EarlierTry(SdApi api, A1111Settings settings, LongSupplier nanos) {
        this.api = api;
        this.settings = settings;
        this.nanos = nanos;
    }

    /**
     * Returns when nothing of these tasks is left, or when the time limit is over: the server then draws one after the
     * other.
     */
    void end(List<String> taskIds, Dialect.Progress progress) throws ServerFault, InterruptedException {
        long since = nanos.getAsLong();
        switch (progress) {
            case BY_TASK -> {
                for (String id : taskIds) {
                    endTask(id, since);
                }
            }
            case OVERALL -> {
                while (isRunning() && isInTime(since)) {
                    pause();
                }
            }
            case NONE -> {
                // tells nothing, and draws one after another
            }
        }
    }

    private void endTask(String id, long since) throws ServerFault, InterruptedException {
        boolean told = false;
        while (isInTime(since)) {
            JsonNode task = json(api.post(Watch.BY_TASK, Watch.question(id)));
            boolean active = task.path("active").asBoolean(false);
            // one that waits for its turn cannot be taken back before it has it
            if (!active && !task.path("queued").asBoolean(false)) {
                return;
            }
            if (active && !told) {
                told = Watch.interrupt(api);
            }
            pause();
        }
    }

    private boolean isRunning() throws ServerFault, InterruptedException {
        return Watch.isRunning(json(api.get(Watch.OVERALL)));
    }

    private static JsonNode json(Reply reply) {
        return reply.isSuccess() ? reply.json().orElse(MissingNode.getInstance()) : MissingNode.getInstance();
    }

    private boolean isInTime(long since) {
        return nanos.getAsLong() - since < settings.timeout().toNanos();
    }

    private void pause() throws InterruptedException {
        Thread.sleep(settings.pollInterval().toMillis());
    }
}

package dev.limner.image.aihorde;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import dev.limner.image.wire.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request that the Horde has taken. */
final class HordeJob implements Work<JsonNode> {
    private static final Logger log = LoggerFactory.getLogger(HordeJob.class);

    private final Wire wire;
    private final String id;
    private double longestWait;

    HordeJob(Wire wire, String id) {
        this.wire = wire;
        this.id = id;
    }

    /** As the Horde names it. */
    String id() {
        return id;
    }

    /** @return with the first of its generations when it is done */
    @Override
    public Look<JsonNode> look() throws WireFault, InterruptedException {
        Reply reply = wire.get(wire.url("generate/check/" + id));
        JsonNode state = HordeAnswers.object(reply);
        if (state.path("faulted").asBoolean(false)) {
            throw new WireFault(Fault.NO_PICTURE, reply.describe());
        }
        if (state.path("done").asBoolean(false)) {
            return Look.done(generation());
        }
        if (!state.path("is_possible").asBoolean(true)) {
            stop();
            throw new WireFault(Fault.NOBODY, reply.describe());
        }
        double wait = state.path("wait_time").asDouble(0);
        longestWait = Math.max(longestWait, wait);
        double fraction = longestWait > 0 ? Math.max(0, Math.min(0.95, 1 - wait / longestWait)) : 0;
        String sign = state.path("queue_position") + " " + state.path("waiting") + " " + state.path("processing") + " "
                + state.path("wait_time") + " " + state.path("restarted");
        return new Look<>(sign, fraction, null);
    }

    private JsonNode generation() throws WireFault, InterruptedException {
        Reply reply = wire.get(wire.url("generate/status/" + id));
        JsonNode first = HordeAnswers.object(reply).path("generations").path(0);
        if (!first.isObject()) {
            throw new WireFault(Fault.NO_PICTURE, reply.describe());
        }
        return first;
    }

    @Override
    public void stop() throws InterruptedException {
        try {
            wire.delete(wire.url("generate/status/" + id));
        } catch (WireFault e) {
            log.info(
                    "a request at the Horde could not be cancelled: {}",
                    wire.endpoint().withoutSecrets(e.detail()));
        }
    }
}

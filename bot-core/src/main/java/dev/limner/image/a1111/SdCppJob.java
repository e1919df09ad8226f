package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.Picture;
import dev.limner.image.wire.Checked;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.OpenJobs;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Verdict;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import dev.limner.image.wire.Work;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A job that stable-diffusion.cpp has taken. Used by one thread at a time. */
final class SdCppJob implements Work<Picture> {
    private static final String JOBS = "sdcpp/v1/jobs/";
    private static final String PICTURE = "b64_json";
    /** It becomes part of an address. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final Wire wire;
    private final String id;
    private volatile boolean stopped;

    private SdCppJob(Wire wire, String id) {
        this.wire = wire;
        this.id = id;
    }

    /** By its id. */
    record Written(Wire wire) implements OpenJobs.Script<SdCppJob> {
        @Override
        public String write(SdCppJob job) {
            return job.id;
        }

        @Override
        public Optional<SdCppJob> read(String written) {
            return ID.matcher(written).matches() ? Optional.of(new SdCppJob(wire, written)) : Optional.empty();
        }
    }

    /** Out of the answer to a submission. */
    static SdCppJob of(Wire wire, Reply reply) throws WireFault {
        if (!reply.isSuccess()) {
            throw Verdict.of(reply);
        }
        String id = reply.json().map(json -> json.path("id").asText("")).orElse("");
        return new Written(wire).read(id).orElseThrow(() -> new WireFault(Fault.UNTRACED, reply.describe()));
    }

    /** Whether the server has taken it out of its queue. */
    boolean isStopped() {
        return stopped;
    }

    @Override
    public Look<Picture> look() throws WireFault, InterruptedException {
        Reply reply = wire.get(wire.url(JOBS + id));
        if (reply.status() == 404 || reply.status() == 410) {
            throw Verdict.as(Fault.EXPIRED, reply);
        }
        if (!reply.isSuccess()) {
            throw Verdict.of(reply);
        }
        JsonNode job = reply.json(Set.of(PICTURE)).orElseThrow(() -> new WireFault(Fault.GARBLED, reply.describe()));
        String status = job.path("status").asText("");
        return switch (status) {
            case "completed" -> Look.done(picture(job, reply));
            case "failed" -> throw Verdict.as(fault(reply), reply);
            case "cancelled" -> throw Verdict.as(Fault.STOPPED, reply);
            default -> new Look<>(status + " " + job.path("queue_position"), 0, null);
        };
    }

    private static Picture picture(JsonNode job, Reply reply) throws WireFault {
        JsonNode image = job.path("result").path("images").path(0).path(PICTURE);
        if (image.isMissingNode()) {
            throw new WireFault(Fault.NO_PICTURE, reply.describe());
        }
        return Checked.picture(Checked.bytes(image, reply.call()), reply.call());
    }

    private static Fault fault(Reply reply) {
        return reply.says("out of memory", "failed to allocate") ? Fault.OUT_OF_MEMORY : Fault.NO_PICTURE;
    }

    /** What waits in its queue is taken out; what it draws already it draws to its end. */
    @Override
    public void stop() throws InterruptedException {
        try {
            stopped = wire.post(wire.url(JOBS + id + "/cancel")).isSuccess();
        } catch (WireFault e) {
            stopped = false;
        }
    }
}

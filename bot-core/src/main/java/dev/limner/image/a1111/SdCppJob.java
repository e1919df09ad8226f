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
    /** Why it is drawn without its images; empty when it is drawn with them. */
    private final String withoutImages;

    private volatile boolean stopped;
    /** So often in a row nothing listened there. */
    private int down;

    private SdCppJob(Wire wire, String id, String withoutImages) {
        this.wire = wire;
        this.id = id;
        this.withoutImages = withoutImages;
    }

    /** By its id, and behind that why it is drawn without its images. */
    record Written(Wire wire) implements OpenJobs.Script<SdCppJob> {
        @Override
        public String write(SdCppJob job) {
            return job.withoutImages.isEmpty() ? job.id : job.id + " " + job.withoutImages;
        }

        @Override
        public Optional<SdCppJob> read(String written) {
            String[] parts = written.split(" ", 2);
            return known(wire, parts[0], parts.length > 1 ? parts[1] : "");
        }
    }

    private static Optional<SdCppJob> known(Wire wire, String id, String withoutImages) {
        return ID.matcher(id).matches() ? Optional.of(new SdCppJob(wire, id, withoutImages)) : Optional.empty();
    }

    /**
     * Out of the answer to a submission.
     *
     * @param withoutImages why its images were not sent; empty when they were
     */
    static SdCppJob of(Wire wire, Reply reply, String withoutImages) throws WireFault {
        if (!reply.isSuccess()) {
            throw Verdict.of(reply);
        }
        String id = reply.json().map(json -> json.path("id").asText("")).orElse("");
        return known(wire, id, withoutImages).orElseThrow(() -> new WireFault(Fault.UNTRACED, reply.describe()));
    }

    /** Why it is drawn without its images; empty when it is drawn with them. */
    String withoutImages() {
        return withoutImages;
    }

    /** Whether the server has taken it out of its queue. */
    boolean isStopped() {
        return stopped;
    }

    @Override
    public Look<Picture> look() throws WireFault, InterruptedException {
        Reply reply = seen();
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

    /** A server that ended has lost its jobs; one look is not enough, since a proxy may have found a closed connection. */
    private Reply seen() throws WireFault, InterruptedException {
        try {
            Reply reply = wire.get(wire.url(JOBS + id));
            if (reply.isWithoutServer()) {
                throw Verdict.of(reply);
            }
            down = 0;
            return reply;
        } catch (WireFault e) {
            down = e.fault() == Fault.DOWN ? down + 1 : 0;
            throw down > 1 ? e.as(Fault.GONE) : e;
        }
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

package dev.limner.image.bfl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.GenerationOutcome.Refused;
import dev.limner.image.wire.Download;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.OpenJobs;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Verdict;
import dev.limner.image.wire.Wire;
import dev.limner.image.wire.WireFault;
import dev.limner.image.wire.Work;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A request that the service has taken, at the address that it gave for asking. */
final class BflJob implements Work<BflJob.End> {
    private static final String REFUSED =
            "Black Forest Labs' content filter will not draw this (%s). Change the prompt, then ask again.";

    /** An address of the picture, or a refusal. */
    record End(@Nullable String sample, @Nullable Refused refused) {}

    private final Wire wire;
    private final HttpUrl polling;

    private BflJob(Wire wire, HttpUrl polling) {
        this.wire = wire;
        this.polling = polling;
    }

    /** As the address where it is asked after. */
    static final class Written implements OpenJobs.Script<BflJob> {
        private final Wire wire;

        Written(Wire wire) {
            this.wire = wire;
        }

        @Override
        public String write(BflJob job) {
            return job.polling.toString();
        }

        @Override
        public Optional<BflJob> read(String written) {
            return Optional.ofNullable(HttpUrl.parse(written))
                    .filter(url -> Download.mayBeTrusted(url, wire.endpoint().base()))
                    .map(url -> new BflJob(wire, url));
        }
    }

    /** Out of the answer to a submission. */
    static BflJob of(Wire wire, Reply reply) throws WireFault {
        if (!reply.isSuccess()) {
            throw Verdict.of(reply);
        }
        JsonNode answer = reply.json()
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new WireFault(Fault.UNTRACED, reply.describe()));
        String id = answer.path("id").asText("");
        if (id.isEmpty()) {
            throw new WireFault(Fault.UNTRACED, reply.describe());
        }
        HttpUrl given = HttpUrl.parse(answer.path("polling_url").asText(""));
        return new BflJob(
                wire,
                Optional.ofNullable(given)
                        // the key is shown there
                        .filter(url ->
                                Download.mayBeTrusted(url, wire.endpoint().base()))
                        .orElseGet(() -> wire.url("v1/get_result")
                                .newBuilder()
                                .addQueryParameter("id", id)
                                .build()));
    }

    @Override
    public Look<End> look() throws WireFault, InterruptedException {
        Reply reply = wire.get(polling);
        if (!reply.isSuccess()) {
            throw reply.status() == 404 ? Verdict.as(Fault.EXPIRED, reply) : Verdict.of(reply);
        }
        JsonNode answer = reply.json().orElseThrow(() -> new WireFault(Fault.GARBLED, reply.describe()));
        String status = answer.path("status").asText("");
        return switch (status) {
            case "Ready" -> Look.done(new End(sample(answer, reply), null));
            case "Request Moderated", "Content Moderated" ->
                Look.done(new End(null, new Refused(REFUSED.formatted(status))));
            case "Task not found" -> throw Verdict.as(Fault.EXPIRED, reply);
            case "Error", "Failed" -> throw Verdict.as(Fault.NO_PICTURE, reply);
            default ->
                new Look<>(
                        status + " " + answer.path("progress"),
                        answer.path("progress").asDouble(0),
                        null);
        };
    }

    private static String sample(JsonNode answer, Reply reply) throws WireFault {
        String sample = answer.path("result").path("sample").asText("");
        if (sample.isEmpty()) {
            throw new WireFault(Fault.NO_PICTURE, reply.describe());
        }
        return sample;
    }

    /** The service knows no way to stop. */
    @Override
    public void stop() {}
}

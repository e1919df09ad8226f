package dev.limner.image.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.GenerationOutcome.Refused;
import dev.limner.image.Picture;
import dev.limner.image.wire.Checked;
import dev.limner.image.wire.Download;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.Filtered;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.WireFault;
import java.util.Optional;
import java.util.Set;

/** What a successful answer carries, or points to. */
final class ImagesAnswer {
    private static final String BASE64 = "b64_json";

    private final Reply reply;
    private final JsonNode answer;
    private final JsonNode first;

    private ImagesAnswer(Reply reply, JsonNode answer) {
        this.reply = reply;
        this.answer = answer;
        this.first = answer.path("data").path(0);
    }

    static ImagesAnswer of(Reply reply) throws WireFault {
        return new ImagesAnswer(
                reply, reply.json(Set.of(BASE64)).orElseThrow(() -> new WireFault(Fault.GARBLED, reply.describe())));
    }

    Picture picture(Download download) throws WireFault, InterruptedException {
        if (first.hasNonNull(BASE64)) {
            return Checked.picture(Checked.bytes(first.path(BASE64), reply.call()), reply.call());
        }
        String url = first.path("url").asText("");
        if (url.startsWith("data:")) {
            return Checked.picture(Checked.bytes(first.path("url"), reply.call()), reply.call());
        }
        if (url.isEmpty()) {
            throw new WireFault(answer.has("data") ? Fault.NO_PICTURE : Fault.GARBLED, reply.describe());
        }
        return download.onlyPicture(url);
    }

    /** When the server says that its filter made the picture black. */
    Optional<Refused> refusal(Picture picture) {
        return Filtered.refusal(picture, answer, first);
    }
}

package dev.limner.image.aihorde;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.PromptLength;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Verdict;
import dev.limner.image.wire.WireFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the Horde's answers mean: {@code rc} names the error, {@code message} explains it to people. */
final class HordeAnswers {
    private static final Set<String> UNWANTED = Set.of("CorruptPrompt", "CSAMPrompt", "CorruptPromptCSAM");

    private static final int LONGEST_MESSAGE = 300;

    private HordeAnswers() {}

    static JsonNode object(Reply reply) throws WireFault {
        return object(reply, Fault.GARBLED);
    }

    /** The answer to a request that the Horde took. */
    static JsonNode taken(Reply reply) throws WireFault {
        return object(reply, Fault.UNTRACED);
    }

    private static JsonNode object(Reply reply, Fault otherwise) throws WireFault {
        if (!reply.isSuccess()) {
            throw fault(reply);
        }
        return reply.json().filter(JsonNode::isObject).orElseThrow(() -> new WireFault(otherwise, reply.describe()));
    }

    /** The reason for the requester when it is the content that is refused. */
    static Optional<String> refusal(Reply reply) {
        return reply.status() == 400 && UNWANTED.contains(rc(reply))
                ? Optional.of(("AI Horde will not draw this. Change the prompt, then ask again. "
                                + reply.json().map(HordeAnswers::message).orElse(""))
                        .strip())
                : Optional.empty();
    }

    static WireFault fault(Reply reply) {
        WireFault fault = switch (rc(reply)) {
            case "InvalidAPIKey" -> Verdict.as(Fault.UNAUTHORISED, reply);
            case "KudosUpfront" -> Verdict.as(Fault.NO_CREDIT, reply);
            case "TooManyPrompts", "MaintenanceMode", "TimeoutIP" -> Verdict.as(Fault.BUSY, reply);
            case "RequestExpired", "RequestNotFound" -> Verdict.as(Fault.EXPIRED, reply);
            // what is asked for is not allowed, whatever the key
            case "Forbidden" -> Verdict.as(Fault.REJECTED, reply);
            default -> Verdict.of(reply);
        };
        return fault.saying(reply.json().map(HordeAnswers::message).orElse(""));
    }

    /** What the Horde lets whoever asked know of a request that it has taken. */
    static List<String> remarks(JsonNode taken) {
        List<String> remarks = new ArrayList<>();
        for (JsonNode warning : taken.path("warnings")) {
            remarks.add(message(warning));
        }
        remarks.add(message(taken));
        return remarks.stream().filter(remark -> !remark.isEmpty()).distinct().toList();
    }

    private static String message(JsonNode json) {
        String line =
                json.path("message").asText("").replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return line.isEmpty() ? "" : "AI Horde says: \u201c" + PromptLength.cut(line, LONGEST_MESSAGE) + "\u201d";
    }

    private static String rc(Reply reply) {
        return reply.json().map(json -> json.path("rc").asText("")).orElse("");
    }
}

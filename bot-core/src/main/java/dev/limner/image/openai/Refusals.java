package dev.limner.image.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Verdict;
import dev.limner.image.wire.WireFault;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What answers other than success mean. */
final class Refusals {
    private static final Set<String> MODERATED = Set.of("moderation_blocked", "content_policy_violation");
    private static final Pattern VIOLATIONS = Pattern.compile("safety_violations=\\[([\\w, /-]{1,100})]");

    private Refusals() {}

    /** The reason for the requester when it is the content that is refused. */
    static Optional<String> moderation(Reply reply) {
        JsonNode error = error(reply);
        boolean moderated = MODERATED.contains(error.path("code").asText(""))
                || error.path("type").asText("").equals("image_generation_user_error");
        if (reply.status() != 400 || !moderated) {
            return Optional.empty();
        }
        Matcher named = VIOLATIONS.matcher(error.path("message").asText(""));
        String what = named.find() ? " (" + named.group(1) + ")" : "";
        return Optional.of("The picture server's content filter will not draw this" + what
                + ". Change the prompt, then ask again.");
    }

    static WireFault fault(Reply reply) {
        String code = error(reply).path("code").asText("");
        if (code.equals("insufficient_quota") || code.equals("billing_hard_limit_reached")) {
            return Verdict.as(Fault.NO_CREDIT, reply);
        }
        if (code.equals("model_not_found") || (reply.status() == 404 && reply.says("model"))) {
            return Verdict.as(Fault.UNKNOWN_MODEL, reply);
        }
        boolean useless = "false".equals(reply.headers().get("x-should-retry"));
        return reply.status() >= 500 && useless ? Verdict.as(Fault.REJECTED, reply) : Verdict.of(reply);
    }

    private static JsonNode error(Reply reply) {
        return reply.json().map(json -> json.path("error")).orElse(MissingNode.getInstance());
    }
}

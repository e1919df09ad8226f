package dev.limner.image.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.limner.image.wire.Checked;
import dev.limner.image.wire.Fault;
import dev.limner.image.wire.PromptLength;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.Verdict;
import dev.limner.image.wire.WireFault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an answer of {@code generateContent} holds. Refusals come with status 200. */
final class GeminiAnswer {
    private static final Set<String> REFUSALS = Set.of(
            "SAFETY",
            "IMAGE_SAFETY",
            "BLOCKLIST",
            "PROHIBITED_CONTENT",
            "IMAGE_PROHIBITED_CONTENT",
            "IMAGE_RECITATION",
            "RECITATION",
            "IMAGE_OTHER");
    private static final String NO_IMAGE = "NO_IMAGE";
    /** Beside these, words alone are all that there is to come. */
    private static final Set<String> WHOLE = Set.of("STOP", "OTHER");

    private static final String NOTHING =
            "Gemini drew nothing for this prompt. Say more of what is to be seen, then ask again.";
    private static final int LONGEST_WORDS = 200;
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,5})(?:\\.\\d+)?s");

    private final Reply reply;
    private final JsonNode answer;

    private GeminiAnswer(Reply reply, JsonNode answer) {
        this.reply = reply;
        this.answer = answer;
    }

    static GeminiAnswer of(Reply reply) throws WireFault {
        if (!reply.isSuccess()) {
            throw fault(reply);
        }
        JsonNode answer = reply.json(Set.of("data")).orElseThrow(() -> new WireFault(Fault.GARBLED, reply.describe()));
        if (!answer.isObject()) {
            throw new WireFault(Fault.OTHER_SERVER, reply.describe());
        }
        return new GeminiAnswer(reply, answer);
    }

    /** The reason for the requester when it will not be drawn. */
    Optional<String> refusal() {
        String blocked = answer.path("promptFeedback").path("blockReason").asText("");
        String finished = answer.path("candidates").path(0).path("finishReason").asText("");
        boolean refused = !blocked.isEmpty() || REFUSALS.contains(finished);
        boolean undrawn = finished.equals(NO_IMAGE);
        if (lastImage() != null) {
            return Optional.empty();
        }
        if (!refused) {
            // an answer that was cut off may hold a picture the next time
            Optional<String> words = undrawn || WHOLE.contains(finished) ? inWords() : Optional.empty();
            return words.isEmpty() && undrawn ? Optional.of(NOTHING) : words;
        }
        String reason = (blocked.isEmpty() ? finished : blocked).replaceAll("[^A-Z_]", "");
        return Optional.of("Gemini's content filter will not draw this (" + reason.toLowerCase(java.util.Locale.ROOT)
                + "). Change the prompt, then ask again.");
    }

    /** A model that talks in place of drawing will do so again. */
    private Optional<String> inWords() {
        StringBuilder words = new StringBuilder();
        for (JsonNode part : parts()) {
            words.append(
                    part.path("thought").asBoolean(false)
                            ? ""
                            : part.path("text").asText(""));
        }
        String line = words.toString().replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return line.isEmpty()
                ? Optional.empty()
                : Optional.of("Gemini drew nothing and answered in words: \u201c"
                        + PromptLength.cut(line, LONGEST_WORDS) + "\u201d. Change the prompt, then ask again.");
    }

    private JsonNode parts() {
        return answer.path("candidates").path(0).path("content").path("parts");
    }

    byte[] picture() throws WireFault {
        JsonNode image = lastImage();
        if (image == null) {
            throw new WireFault(Fault.NO_PICTURE, reply.describe());
        }
        return Checked.bytes(image.path("data"), reply.call());
    }

    String call() {
        return reply.call();
    }

    /** Drafts, which it thinks in, come before the picture. */
    private @Nullable JsonNode lastImage() {
        JsonNode last = null;
        for (JsonNode part : parts()) {
            JsonNode image = part.has("inlineData") ? part.path("inlineData") : part.path("inline_data");
            if (image.hasNonNull("data") && !part.path("thought").asBoolean(false)) {
                last = image;
            }
        }
        return last;
    }

    static WireFault fault(Reply reply) {
        JsonNode error = reply.json().map(json -> json.path("error")).orElse(MissingNode.getInstance());
        if (reply.status() == 400 && reply.says("api key not valid", "api_key_invalid")) {
            return Verdict.as(Fault.UNAUTHORISED, reply);
        }
        if (reply.status() == 404) {
            return Verdict.as(error.isObject() ? Fault.UNKNOWN_MODEL : Fault.OTHER_SERVER, reply);
        }
        WireFault fault = Verdict.of(reply);
        return new WireFault(
                fault.fault(),
                fault.detail(),
                delay(error).or(reply::retryAfter).orElse(null),
                null);
    }

    private static Optional<Duration> delay(JsonNode error) {
        for (JsonNode detail : error.path("details")) {
            Matcher seconds = SECONDS.matcher(detail.path("retryDelay").asText(""));
            if (seconds.matches()) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(seconds.group(1))));
            }
        }
        return Optional.empty();
    }
}

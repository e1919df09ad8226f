package dev.limner.image.gemini;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ReferencePlan;
import dev.limner.image.SafeText;
import dev.limner.image.wire.AspectRatio;
import dev.limner.image.wire.PromptLength;
import dev.limner.prompt.Composition;

/** The body of {@code generateContent}. Pure. */
final class GeminiRequest {
    private static final int LONGEST = 32_000;

    private GeminiRequest() {}

    static ObjectNode body(GeminiSettings settings, GenerationRequest request, ReferencePlan plan) {
        Composition composition = request.composition();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode turn = body.putArray("contents").addObject().put("role", "user");
        ArrayNode parts = turn.putArray("parts");
        parts.addObject().put("text", text(composition, plan));
        plan.used()
                .forEach(image -> parts.addObject()
                        .putObject("inline_data")
                        .put("mime_type", image.mediaType())
                        .put("data", image.bytes()));
        ObjectNode config = body.putObject("generationConfig");
        config.putArray("responseModalities").add("TEXT").add("IMAGE");
        ObjectNode image = config.putObject("imageConfig")
                .put("aspectRatio", AspectRatio.nearest(composition.width(), composition.height()));
        if (!settings.isFirstGeneration()) {
            image.put("imageSize", Math.max(composition.width(), composition.height()) > 1536 ? "2K" : "1K");
        }
        return body;
    }

    /** Without a word of drawing, the model may answer a story with more story. */
    private static String text(Composition composition, ReferencePlan plan) {
        String prompt = SafeText.PROSE.clean(plan.prompt()).strip();
        String negative = SafeText.PROSE.clean(composition.negative()).strip();
        String avoid = negative.isEmpty() ? "" : "\nAvoid: " + negative + ".";
        String before = "Draw this picture: ";
        int room = LONGEST - before.length();
        return before
                + PromptLength.cut(
                        PromptLength.cut(prompt.isEmpty() ? "anything" : prompt, Math.max(0, room - avoid.length()))
                                + avoid,
                        room);
    }
}

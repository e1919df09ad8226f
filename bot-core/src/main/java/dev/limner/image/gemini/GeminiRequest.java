package dev.limner.image.gemini;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ReferencePlan;
import dev.limner.image.SafeText;
import dev.limner.image.wire.AspectRatio;
import dev.limner.image.wire.FittedPrompt;
import dev.limner.prompt.Composition;

/** The body of {@code generateContent}. Pure. */
final class GeminiRequest {
    private static final int LONGEST = 32_000;
    /** Without a word of drawing, the model may answer a story with more story. */
    private static final String BEFORE = "Draw this picture: ";

    private GeminiRequest() {}

    static ObjectNode body(GeminiSettings settings, GenerationRequest request, ReferencePlan plan) {
        Composition composition = request.composition();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode turn = body.putArray("contents").addObject().put("role", "user");
        ArrayNode parts = turn.putArray("parts");
        parts.addObject().put("text", BEFORE + prompt(composition, plan).text());
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

    static FittedPrompt prompt(Composition composition, ReferencePlan plan) {
        String prompt = SafeText.PROSE.clean(plan.prompt()).strip();
        String negative = SafeText.PROSE.clean(composition.negative()).strip();
        return FittedPrompt.of(
                prompt.isEmpty() ? "anything" : prompt,
                negative,
                unwanted -> unwanted.isEmpty() ? "" : "\nAvoid: " + unwanted + ".",
                LONGEST - BEFORE.length());
    }
}

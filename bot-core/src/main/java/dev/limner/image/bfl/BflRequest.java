package dev.limner.image.bfl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ReferencePlan;
import dev.limner.image.SafeText;
import dev.limner.image.wire.AspectRatio;
import dev.limner.image.wire.FittedPrompt;
import dev.limner.prompt.Composition;

/** The body that a model is asked with. Pure. */
final class BflRequest {
    private static final int LONGEST = 32_000;
    private static final int STEP = 16;
    private static final int LEAST = 64;
    private static final int KONTEXT_SQUARE = 1024;
    /** What the FLUX.2 models draw at most. */
    private static final double MOST_PIXELS = 4_000_000;

    private BflRequest() {}

    static ObjectNode body(BflSettings settings, GenerationRequest request, ReferencePlan plan) {
        Composition composition = request.composition();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("prompt", prompt(plan).text())
                .put("seed", composition.seed())
                .put("output_format", "png");
        int number = 0;
        for (var image : plan.used()) {
            number++;
            body.put(number == 1 ? "input_image" : "input_image_" + number, image.bytes());
        }
        if (settings.isKontext()) {
            return body.put("aspect_ratio", AspectRatio.nearest(composition.width(), composition.height()));
        }
        double scale = scale(composition.width(), composition.height());
        return body.put("width", side(composition.width() * scale)).put("height", side(composition.height() * scale));
    }

    static FittedPrompt prompt(ReferencePlan plan) {
        String prompt = SafeText.PROSE.clean(plan.prompt()).strip();
        return FittedPrompt.of(prompt.isEmpty() ? "a picture" : prompt, LONGEST);
    }

    /** Kontext is told a shape, and draws it with about a megapixel: of a square it is known which. */
    static boolean draws(BflSettings settings, int width, int height) {
        if (settings.isKontext()) {
            return width == KONTEXT_SQUARE && height == KONTEXT_SQUARE;
        }
        double scale = scale(width, height);
        return side(width * scale) == width && side(height * scale) == height;
    }

    private static double scale(int width, int height) {
        return Math.min(1, Math.sqrt(MOST_PIXELS / ((double) width * height)));
    }

    private static int side(double pixels) {
        return Math.max(LEAST, ((int) (pixels / STEP)) * STEP);
    }
}

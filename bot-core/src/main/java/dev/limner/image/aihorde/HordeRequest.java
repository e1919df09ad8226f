package dev.limner.image.aihorde;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.GenerationRequest;
import dev.limner.image.NetworkPlan;
import dev.limner.image.ReferencePlan;
import dev.limner.image.SafeText;
import dev.limner.image.wire.FittedPrompt;
import dev.limner.prompt.Composition;
import dev.limner.prompt.ModelFamily;

/** The body of {@code generate/async}. Pure. */
final class HordeRequest {
    /** With the Horde's replacement filter, which is on for anonymous requests. */
    private static final int LONGEST = 7000;

    private static final String NEGATIVE = " ### ";

    private HordeRequest() {}

    static ObjectNode body(
            HordeSettings settings,
            HordeModel model,
            GenerationRequest request,
            ReferencePlan plan,
            NetworkPlan networks) {
        Composition composition = request.composition();
        HordeSize size = HordeSize.of(composition.width(), composition.height());
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("prompt", prompt(model, composition, plan).text());
        ObjectNode params = body.putObject("params")
                .put("seed", Long.toString(composition.seed()))
                .put("width", size.width())
                .put("height", size.height())
                .put("n", 1);
        putSampling(params, model.family());
        HordeNetworks.put(params, networks);
        body.putArray("models").add(model.name());
        boolean forAdults = settings.nsfw() && !request.openToAll();
        return body.put("nsfw", forAdults)
                .put("censor_nsfw", !forAdults)
                .put("trusted_workers", false)
                .put("slow_workers", true)
                .put("r2", true)
                .put("shared", false)
                .put("replacement_filter", true);
    }

    static FittedPrompt prompt(HordeModel model, Composition composition, ReferencePlan plan) {
        String positive = SafeText.HORDE.clean(plan.prompt()).strip();
        String negative = model.family().honoursNegative()
                ? SafeText.HORDE.clean(composition.negative()).strip()
                : "";
        return FittedPrompt.of(
                positive.isEmpty() ? "a picture" : positive,
                negative,
                unwanted -> unwanted.isEmpty() ? "" : NEGATIVE + unwanted,
                LONGEST);
    }

    /** As the models' authors recommend, and few enough steps to be drawn for nothing. */
    private static void putSampling(ObjectNode params, ModelFamily family) {
        switch (family) {
            case SD15 -> put(params, "k_dpmpp_2m", true, 25, 7);
            case SDXL -> put(params, "k_dpmpp_2m", true, 28, 6);
            case SD3 -> put(params, "k_euler", false, 28, 4.5);
            case QWEN_IMAGE -> put(params, "k_euler", false, 20, 3);
            case FLUX1_SCHNELL, FLUX2_KLEIN -> put(params, "k_euler", false, 4, 1);
            case FLUX1_DEV, FLUX1_KONTEXT, FLUX2_DEV, GPT_IMAGE, DALLE_3, DALLE_2 ->
                put(params, "k_euler", false, 20, 1);
        }
    }

    private static void put(ObjectNode params, String sampler, boolean karras, int steps, double cfg) {
        params.put("sampler_name", sampler)
                .put("karras", karras)
                .put("steps", steps)
                .put("cfg_scale", cfg);
    }
}

package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.Sampling;
import dev.limner.prompt.Composition;

/** The body of {@code /sdcpp/v1/img_gen}. Pure. */
final class SdCppRequest {
    static final String PATH = "sdcpp/v1/img_gen";

    private SdCppRequest() {}

    static ObjectNode body(Ask ask, ServerState state) {
        Composition composition = ask.request().composition();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("prompt", Txt2Img.prompt(ask, state))
                .put("negative_prompt", Txt2Img.negative(composition, state.family()))
                .put("seed", composition.seed())
                .put("width", composition.width())
                .put("height", composition.height())
                .put("batch_count", 1)
                .put("output_format", "png");
        putSampling(body.putObject("sample_params"), state);
        state.references().put(body, ask.references());
        state.networks().put(body, ask.networks());
        return body;
    }

    private static void putSampling(ObjectNode params, ServerState state) {
        Sampling sampling = Sampling.of(state.family(), state.model());
        params.put("sample_steps", sampling.steps());
        ObjectNode guidance = params.putObject("guidance").put("txt_cfg", sampling.cfg());
        if (sampling.guidance() > 0) {
            guidance.put("distilled_guidance", sampling.guidance());
        }
        Txt2Img.putSampler(params, "sample_method", sampling, state);
    }
}

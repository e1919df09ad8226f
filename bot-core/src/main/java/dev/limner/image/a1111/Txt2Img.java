package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.GenerationOutcome.Refused;
import dev.limner.image.Picture;
import dev.limner.image.SafeText;
import dev.limner.image.Sampling;
import dev.limner.image.wire.Checked;
import dev.limner.image.wire.Filtered;
import dev.limner.image.wire.Reply;
import dev.limner.image.wire.WireFault;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Encoder;
import dev.limner.prompt.ModelFamily;
import java.util.Optional;
import java.util.Set;

/** The body of {@code /sdapi/v1/txt2img} and its answer. */
final class Txt2Img {
    static final String PATH = "sdapi/v1/txt2img";
    private static final String SAMPLER = "sampler_name";

    private Txt2Img() {}

    static ObjectNode body(Ask ask, ServerState state) {
        Composition composition = ask.request().composition();
        Sampling sampling = Sampling.of(state.family(), state.model());
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("prompt", prompt(ask, state))
                .put("negative_prompt", negative(composition, state.family()))
                .put("seed", composition.seed())
                .put("width", composition.width())
                .put("height", composition.height())
                .put("steps", sampling.steps())
                .put("cfg_scale", sampling.cfg())
                .put("batch_size", 1)
                .put("n_iter", 1)
                .put("send_images", true)
                .put("save_images", false)
                .put("force_task_id", ask.taskId());
        state.references().put(body, ask.references());
        state.networks().put(body, ask.networks());
        putGuidance(body, sampling, state.dialect());
        putSampler(body, SAMPLER, sampling, state);
        if (state.override() != null) {
            body.withObject("/override_settings").put("sd_model_checkpoint", state.override());
        }
        state.parts()
                .named()
                .forEach(part -> body.withObject("/override_settings")
                        .withArray("forge_additional_modules")
                        .add(part));
        return body;
    }

    /** Commands stand behind the gate for text: what people write cannot give them. */
    static String prompt(Ask ask, ServerState state) {
        return SafeText.SD_API.clean(ask.references().prompt())
                + state.networks().command(ask.networks())
                + state.references().command(ask.references());
    }

    static String negative(Composition composition, ModelFamily family) {
        return family.honoursNegative() ? SafeText.SD_API.clean(composition.negative()) : "";
    }

    private static void putGuidance(ObjectNode body, Sampling sampling, Dialect dialect) {
        if (sampling.guidance() == 0) {
            return;
        }
        if (dialect.hasDistilledGuidance()) {
            body.put("distilled_cfg_scale", sampling.guidance());
        } else if (dialect == Dialect.KOBOLD_CPP) {
            body.put("distilled_guidance", sampling.guidance());
        } else if (dialect == Dialect.SD_NEXT) {
            // Its pipelines take the distilled guidance where others take the classifier-free one.
            body.put("cfg_scale", sampling.guidance());
        }
    }

    /** Only what the server lists: an unknown sampler is an error, an unset one the server's own good choice. */
    static void putSampler(ObjectNode body, String field, Sampling sampling, ServerState state) {
        if (state.dialect() == Dialect.SD_NEXT && state.family().encoder() != Encoder.CLIP) {
            return;
        }
        for (Sampling.Choice choice : sampling.choices()) {
            Optional<String> scheduler = state.schedulers().find(choice.scheduler());
            if (state.schedulers().isEmpty()) {
                // Before schedulers had a list of their own, they were part of the sampler's name.
                Optional<String> both = state.samplers().find(choice.sampler() + " " + choice.scheduler());
                if (both.isPresent()) {
                    body.put(field, both.get());
                    return;
                }
            }
            Optional<String> sampler = state.samplers().find(choice.sampler());
            if (sampler.isPresent()) {
                body.put(field, sampler.get());
                scheduler.ifPresent(name -> body.put("scheduler", name));
                return;
            }
        }
    }

    /** For the operator. */
    static String sampler(ServerState state) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        putSampler(body, SAMPLER, Sampling.of(state.family(), state.model()), state);
        if (!body.has(SAMPLER)) {
            return "the server's own choice";
        }
        String sampler = body.path(SAMPLER).asText();
        return body.has("scheduler") ? sampler + ", " + body.path("scheduler").asText() : sampler;
    }

    /**
     * A picture, and what its server says of it.
     *
     * @param info missing when the server says nothing
     * @param refusal when it says that its filter made the picture black
     */
    record Answer(Picture picture, JsonNode info, Optional<Refused> refusal) {}

    /** The picture that a successful answer carries. */
    static Answer answer(Reply reply) throws ServerFault {
        if (!reply.isSuccess()) {
            throw Verdict.of(reply);
        }
        JsonNode answer =
                reply.json(Set.of("images")).orElseThrow(() -> new ServerFault(notJson(reply), reply.describe()));
        JsonNode images = answer.path("images");
        if (!images.isArray()) {
            throw new ServerFault(answer.has("error") ? Fault.SERVER_ERROR : Fault.OTHER_SERVER, reply.describe());
        }
        JsonNode info = info(answer);
        try {
            byte[] bytes = Checked.bytes(images.path(firstPicture(info, images.size())), reply.call());
            Picture picture = Checked.picture(bytes, reply.call());
            return new Answer(picture, info, Filtered.refusal(picture, answer, info));
        } catch (WireFault e) {
            throw ServerFault.of(e);
        }
    }

    private static Fault notJson(Reply reply) {
        return reply.looksLikeHtml() ? Fault.OTHER_SERVER : Fault.GARBLED;
    }

    /** A grid may come before the pictures. */
    private static int firstPicture(JsonNode info, int count) {
        int index = info.path("index_of_first_image").asInt(0);
        return index > 0 && index < count ? index : 0;
    }

    /** {@code info} is JSON within a string, or an empty string. */
    private static JsonNode info(JsonNode answer) {
        JsonNode info = answer.path("info");
        return info.isTextual() ? Reply.parse(info.asText()).orElse(MissingNode.getInstance()) : info;
    }
}

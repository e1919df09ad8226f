package dev.limner.image.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.avatar.AvatarKind;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ReferenceImage;
import dev.limner.image.ReferencePlan;
import dev.limner.image.SafeText;
import dev.limner.image.wire.FittedPrompt;
import dev.limner.image.wire.Wire;
import dev.limner.prompt.Composition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/** One request's fields, and the bodies that carry them. */
final class ImagesRequest {
    /** From here on a face is meant to be kept. */
    private static final double FAITHFUL = 0.5;

    private static final List<String> NUMBERS = List.of("n", "seed");

    private final OpenAiSettings settings;
    private final Dialect dialect;
    private final Model model;
    private final GenerationRequest request;
    private final ReferencePlan plan;

    ImagesRequest(
            OpenAiSettings settings, Dialect dialect, Model model, GenerationRequest request, ReferencePlan plan) {
        this.settings = settings;
        this.dialect = dialect;
        this.model = model;
        this.request = request;
        this.plan = plan;
    }

    boolean hasImages() {
        return !plan.used().isEmpty();
    }

    /** For {@code images/generations}. */
    RequestBody generation(Habits habits) {
        return Wire.json(json(habits));
    }

    /** For {@code images/generations} of LocalAI, which takes reference images there. */
    RequestBody generationWithReferences(Habits habits) {
        ObjectNode body = json(habits);
        ArrayNode images = body.putArray("ref_images");
        plan.used().forEach(image -> images.add(image.bytes()));
        return Wire.json(body);
    }

    /** For {@code images/edits}. */
    RequestBody edit(Habits habits) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        fields(habits).forEach(form::addFormDataPart);
        if (habits.fidelity() && hasFaithfulFace()) {
            form.addFormDataPart("input_fidelity", "high");
        }
        int number = 0;
        for (ReferenceImage image : plan.used()) {
            number++;
            form.addFormDataPart(
                    habits.part(),
                    "image-" + number + "." + extension(image.mediaType()),
                    RequestBody.create(image.bytes(), MediaType.get(image.mediaType())));
        }
        return form.build();
    }

    private ObjectNode json(Habits habits) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        fields(habits).forEach((name, value) -> {
            if (NUMBERS.contains(name)) {
                body.put(name, Long.parseLong(value));
            } else {
                body.put(name, value);
            }
        });
        return body;
    }

    private Map<String, String> fields(Habits habits) {
        Composition composition = request.composition();
        Map<String, String> fields = new LinkedHashMap<>();
        if (!model.name().isEmpty()) {
            fields.put("model", model.name());
        }
        fields.put("prompt", prompt(negativeWay(habits)).text());
        fields.put("n", "1");
        fields.put("size", Sizes.of(model, composition.width(), composition.height()));
        if (habits.format()) {
            fields.put("response_format", "b64_json");
        }
        if (habits.extras() && dialect != Dialect.SD_CPP) {
            fields.put("seed", Long.toString(composition.seed()));
        }
        if (negativeWay(habits) == NegativeWay.FIELD) {
            fields.put("negative_prompt", negative());
        }
        if (model.kind() == Model.Kind.GPT && !settings.quality().equals("auto")) {
            fields.put("quality", settings.quality());
        }
        return fields;
    }

    /** How a server is told what is not wanted. */
    private enum NegativeWay {
        /** There is nothing to tell. */
        NONE,
        FIELD,
        BEHIND_BAR,
        AS_ARGUMENT,
        IN_WORDS,
        UNTOLD
    }

    private NegativeWay negativeWay(Habits habits) {
        if (negative().isEmpty()) {
            return NegativeWay.NONE;
        }
        if (model.family().honoursNegative()) {
            switch (dialect) {
                case LOCAL_AI -> {
                    return NegativeWay.BEHIND_BAR;
                }
                case SD_CPP -> {
                    return NegativeWay.AS_ARGUMENT;
                }
                case OPENAI, OTHER -> {
                    if (habits.extras()) {
                        return NegativeWay.FIELD;
                    }
                }
            }
        }
        return model.family().encoder().readsProse() ? NegativeWay.IN_WORDS : NegativeWay.UNTOLD;
    }

    /** For the requester: what had no way to the server. */
    List<String> notes(Habits habits) {
        List<String> notes = new ArrayList<>();
        NegativeWay way = negativeWay(habits);
        if (way == NegativeWay.UNTOLD) {
            notes.add("Not used: what is not wanted: the picture server takes no negative prompt.");
        }
        notes.addAll(prompt(way).notes());
        return notes;
    }

    private String negative() {
        return SafeText.OPENAI.clean(request.composition().negative());
    }

    /** It must not be empty; what Limner adds to it stands behind the gate for text, and is not cut. */
    private FittedPrompt prompt(NegativeWay way) {
        String given = SafeText.OPENAI.clean(plan.prompt()).strip();
        boolean behind = way == NegativeWay.IN_WORDS || way == NegativeWay.BEHIND_BAR || way == NegativeWay.AS_ARGUMENT;
        return FittedPrompt.of(
                given.isEmpty() ? "a picture" : given,
                behind ? negative() : "",
                unwanted -> behind(way, unwanted),
                model.longestPrompt());
    }

    private String behind(NegativeWay way, String unwanted) {
        String words = switch (way) {
            case IN_WORDS -> "\nAvoid: " + unwanted + ".";
            case BEHIND_BAR -> "|" + unwanted;
            default -> "";
        };
        return dialect == Dialect.SD_CPP ? words + arguments(way, unwanted) : words;
    }

    private String arguments(NegativeWay way, String unwanted) {
        ObjectNode arguments = JsonNodeFactory.instance
                .objectNode()
                .put("seed", request.composition().seed());
        if (way == NegativeWay.AS_ARGUMENT) {
            arguments.put("negative_prompt", unwanted);
        }
        return " <sd_cpp_extra_args>" + arguments + "</sd_cpp_extra_args>";
    }

    private boolean hasFaithfulFace() {
        return plan.used().stream().anyMatch(i -> i.kind() == AvatarKind.FACE && i.weight() >= FAITHFUL);
    }

    private static String extension(String mediaType) {
        return mediaType.substring(mediaType.indexOf('/') + 1);
    }
}

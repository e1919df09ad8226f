package dev.limner.image.blockentropy;

import dev.limner.avatar.AvatarKind;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ReferenceImage;
import dev.limner.image.ReferencePlan;
import dev.limner.image.SafeText;
import dev.limner.prompt.Composition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/** The form of {@code /v1/images/edits}: images in a row, and what they are in the field {@code user}. Pure. */
final class NodeForm {
    /** The node's own default; it has no effect there. */
    private static final String STYLE = "0.6";

    private NodeForm() {}

    static RequestBody of(NodeSettings settings, GenerationRequest request, ReferencePlan plan) {
        Composition composition = request.composition();
        MultipartBody.Builder form = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("prompt", prompt(plan))
                // here it is the seed
                .addFormDataPart("n", Long.toString(composition.seed()))
                .addFormDataPart("response_format", "b64_json")
                .addFormDataPart("quality", "standard")
                .addFormDataPart("size", composition.width() + "x" + composition.height())
                .addFormDataPart("negprompt", SafeText.SD_API.clean(composition.negative()))
                .addFormDataPart("style", STYLE)
                .addFormDataPart("user", weights(plan));
        if (settings.model() != null) {
            form.addFormDataPart("model", settings.model());
        }
        int number = 0;
        for (ReferenceImage image : plan.used()) {
            number++;
            String type = image.mediaType();
            form.addFormDataPart(
                    "image",
                    "image-" + number + "." + type.substring(type.indexOf('/') + 1),
                    RequestBody.create(image.bytes(), MediaType.get(type)));
        }
        return form.build();
    }

    private static String prompt(ReferencePlan plan) {
        String prompt = SafeText.SD_API.clean(plan.prompt());
        return prompt.isBlank() ? "a picture" : prompt;
    }

    /** {@code face:0.9,style:0.5}; the node takes images by count of each kind, faces first, as they stand here. */
    static String weights(ReferencePlan plan) {
        return plan.used().stream()
                .map(image -> image.kind().word() + ":" + String.format(Locale.ROOT, "%.2f", image.weight()))
                .collect(Collectors.joining(","));
    }

    /** The node has one weight for all images of a kind. */
    static Optional<String> averaged(ReferencePlan plan, AvatarKind kind) {
        List<Double> weights = plan.used().stream()
                .filter(image -> image.kind() == kind)
                .map(ReferenceImage::weight)
                .toList();
        if (weights.stream().distinct().count() < 2) {
            return Optional.empty();
        }
        double mean =
                weights.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return Optional.of(
                String.format(Locale.ROOT, "All %ss count with %.2f, the mean of their weights.", kind.word(), mean));
    }
}

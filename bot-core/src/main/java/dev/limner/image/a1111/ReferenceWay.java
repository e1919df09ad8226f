package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferencePlan;
import java.util.Optional;

/** How a server takes reference images with the model that it has loaded. Immutable. */
interface ReferenceWay {
    ReferenceAbility ability();

    /** Puts what the plan uses into the request's body. */
    void put(ObjectNode body, ReferencePlan plan);

    /** What the prompt needs for it, as the server's commands; empty for nothing. */
    default String command(ReferencePlan plan) {
        return "";
    }

    /**
     * Why the picture came without the references although the server said nothing of it; empty when it did not.
     *
     * @param info what the answer tells of itself
     */
    default Optional<String> silentFailure(JsonNode info, ReferencePlan plan) {
        return Optional.empty();
    }

    /** Such as {@code ControlNet unit with ip-adapter-plus-face_sdxl_vit-h}, for the operator. */
    String title();

    /** What to install to get more; empty when there is nothing. */
    default String forMore() {
        return "";
    }
}

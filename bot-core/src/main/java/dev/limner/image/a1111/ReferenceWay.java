package dev.limner.image.a1111;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.ReferenceAbility;
import dev.limner.image.ReferencePlan;
import java.util.List;

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
     * What a server passed over in silence, for the requester.
     *
     * @param info what the answer tells of itself
     */
    default List<String> passedOver(JsonNode info, ReferencePlan plan) {
        return List.of();
    }

    /** Such as {@code ControlNet unit with ip-adapter-plus-face_sdxl_vit-h}, for the operator. */
    String title();

    /** What to install to get more; empty when there is nothing. */
    default String forMore() {
        return "";
    }
}

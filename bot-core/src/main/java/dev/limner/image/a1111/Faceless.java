package dev.limner.image.a1111;

import dev.limner.avatar.AvatarKind;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ReferenceImage;
import dev.limner.image.ReferencePlan;
import java.util.List;

/**
 * Which faces to leave out when a server found no face and does not tell in which: each by itself, the lightest first,
 * and all of them only where more than one must be at fault. Used by one thread.
 */
final class Faceless {
    private static final String IN_IT = "no face was found in it";
    private static final String SOMEWHERE = "no face was found in it or in another of the faces";

    private List<ReferenceImage> suspects = List.of();
    /** How many were left out by themselves, counted from the lightest. */
    private int tried;

    /** To be called each time that no face was found. */
    void next(ReferencePlan refused) {
        if (tried == 0) {
            suspects = refused.faces();
        }
        tried++;
    }

    /** The same plan without those. */
    ReferencePlan without(ReferencePlan plan, GenerationRequest request) {
        if (tried == 0) {
            return plan;
        }
        if (tried <= suspects.size()) {
            return plan.without(suspects.get(suspects.size() - tried), IN_IT);
        }
        ReferencePlan left = plan;
        for (ReferenceImage image : request.references()) {
            left = image.kind() == AvatarKind.FACE ? left.without(image, SOMEWHERE) : left;
        }
        return left;
    }

    /** How many more tries that takes. */
    int tries() {
        return tried;
    }
}

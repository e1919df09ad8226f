package dev.limner.image.a1111;

import dev.limner.avatar.AvatarKind;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ReferenceImage;
import dev.limner.image.ReferencePlan;
import java.util.List;

/**
 * Which faces to leave out when a server found no face and does not tell in which: each by itself, the lightest first.
 * Where more than one must be at fault, each is shown alone, the heaviest first, until one is taken; and only when none
 * is, all are left out. A try that is refused costs little, since faces are looked for before anything is drawn. Used by
 * one thread.
 */
final class Faceless {
    private static final String IN_IT = "no face was found in it";
    private static final String SOMEWHERE = "no face was found in it or in another of the faces";

    private List<ReferenceImage> suspects = List.of();
    private int tried;

    /** How many more tries than without a face to look for there may be. */
    static int most(GenerationRequest request) {
        return 2 * request.references().size() + 1;
    }

    /** To be called each time that no face was found. */
    void next(ReferencePlan refused) {
        if (tried == 0) {
            suspects = refused.faces();
        }
        tried++;
    }

    /** The same plan without those. */
    ReferencePlan without(ReferencePlan plan, GenerationRequest request) {
        int count = suspects.size();
        if (tried == 0) {
            return plan;
        }
        if (tried <= count) {
            return plan.without(suspects.get(count - tried), IN_IT);
        }
        List<ReferenceImage> faces = request.references().stream()
                .filter(image -> image.kind() == AvatarKind.FACE)
                .toList();
        // of two, each was alone when the other was left out
        boolean shownAlone = faces.size() > 2;
        int alone = shownAlone ? tried - count - 1 : count;
        ReferencePlan left = plan;
        for (ReferenceImage face : faces) {
            int place = suspects.indexOf(face);
            if (place != alone || alone == count) {
                boolean known = shownAlone && (faces.size() == 3 || (place >= 0 && place < alone));
                left = left.without(face, known ? IN_IT : SOMEWHERE);
            }
        }
        return left;
    }

    /** How many more tries that takes. */
    int tries() {
        return tried;
    }
}

package dev.limner.image.a1111;

import dev.limner.image.GenerationRequest;
import dev.limner.image.Picture;
import dev.limner.image.ReferencePlan;
import dev.limner.prompt.Composition;
import java.util.ArrayList;
import java.util.List;

/** What the requester should know of a picture beside seeing it. */
final class Notes {
    private Notes() {}

    static List<String> of(GenerationRequest request, ReferencePlan plan, Picture picture) {
        List<String> notes = new ArrayList<>(plan.notes());
        Composition asked = request.composition();
        if (picture.width() < asked.width() || picture.height() < asked.height()) {
            notes.add("The picture server drew %d × %d in place of %d × %d; its owner may have set a limit."
                    .formatted(picture.width(), picture.height(), asked.width(), asked.height()));
        }
        return notes;
    }
}

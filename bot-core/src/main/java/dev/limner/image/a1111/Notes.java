package dev.limner.image.a1111;

import dev.limner.image.GenerationRequest;
import dev.limner.image.Picture;
import dev.limner.image.ReferenceImage;
import dev.limner.prompt.Composition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the requester should know of a picture beside seeing it. */
final class Notes {
    private Notes() {}

    static List<String> of(GenerationRequest request, Picture picture) {
        List<String> notes = new ArrayList<>();
        if (!request.references().isEmpty()) {
            String names = request.references().stream().map(Notes::name).collect(Collectors.joining(", "));
            notes.add("Not used: " + names + ". The picture server is asked by text only.");
        }
        Composition asked = request.composition();
        if (picture.width() < asked.width() || picture.height() < asked.height()) {
            notes.add("The picture server drew %d × %d in place of %d × %d; its owner may have set a limit."
                    .formatted(picture.width(), picture.height(), asked.width(), asked.height()));
        }
        return notes;
    }

    private static String name(ReferenceImage image) {
        return image.reference().kind().word() + " " + image.reference().name();
    }
}

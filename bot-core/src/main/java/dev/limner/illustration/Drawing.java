package dev.limner.illustration;

import dev.limner.avatar.AvatarRepository;
import dev.limner.avatar.ImageStore;
import dev.limner.image.BackendException;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationRequest;
import dev.limner.image.ImageBackend;
import dev.limner.image.ProgressListener;
import dev.limner.image.ReferenceImage;
import dev.limner.prompt.Composition;
import dev.limner.prompt.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a backend for the picture of an illustration, with the images of its references. Thread-safe; blocks. */
final class Drawing {
    private final Drafting drafting;
    private final AvatarRepository avatars;
    private final ImageStore images;

    Drawing(Drafting drafting, AvatarRepository avatars, ImageStore images) {
        this.drafting = drafting;
        this.avatars = avatars;
        this.images = images;
    }

    ImageBackend backendFor(Illustration illustration) {
        return drafting.backendFor(illustration.place());
    }

    GenerationOutcome draw(
            ImageBackend backend, Illustration illustration, Composition composition, ProgressListener progress)
            throws BackendException, InterruptedException {
        List<ReferenceImage> references = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (Reference reference : composition.references()) {
            image(illustration, reference)
                    .ifPresentOrElse(
                            references::add, () -> gone.add(reference.name().value()));
        }
        GenerationOutcome outcome =
                backend.generate(new GenerationRequest(illustration.id(), composition, references), progress);
        return outcome instanceof GenerationOutcome.Generated generated && !gone.isEmpty()
                ? withNote(generated, "No longer there, so not used: " + String.join(", ", gone) + ".")
                : outcome;
    }

    private Optional<ReferenceImage> image(Illustration illustration, Reference reference) {
        return avatars.find(illustration.place().community(), reference.name())
                .filter(avatar -> avatar.kind() == reference.kind())
                .flatMap(avatar -> images.get(avatar.image())
                        .map(stored -> new ReferenceImage(
                                reference, stored.bytes(), stored.mediaType(), avatar.description())));
    }

    private static GenerationOutcome withNote(GenerationOutcome.Generated generated, String note) {
        List<String> notes = new ArrayList<>(generated.notes());
        notes.add(note);
        return new GenerationOutcome.Generated(generated.picture(), notes);
    }
}

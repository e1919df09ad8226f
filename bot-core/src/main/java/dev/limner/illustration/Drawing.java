package dev.limner.illustration;

import dev.limner.avatar.AvatarRepository;
import dev.limner.avatar.ImageStore;
import dev.limner.avatar.ListedNetworks;
import dev.limner.chat.ChatException;
import dev.limner.chat.Place;
import dev.limner.image.BackendException;
import dev.limner.image.Backends.Drawn;
import dev.limner.image.GenerationOutcome;
import dev.limner.image.GenerationRequest;
import dev.limner.image.Network;
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
    private final ListedNetworks listed;
    private final Platforms platforms;

    Drawing(
            Drafting drafting,
            AvatarRepository avatars,
            ImageStore images,
            ListedNetworks listed,
            Platforms platforms) {
        this.platforms = platforms;
        this.listed = listed;
        this.drafting = drafting;
        this.avatars = avatars;
        this.images = images;
    }

    /** The name of who is likely to draw it, for those who look at what is under way. */
    String likely(Illustration illustration, Composition composition) {
        return drafting.backends().likely(drafting.need(illustration.place(), composition));
    }

    /** @param perhapsBegun whether a server may have begun it before */
    Drawn draw(Illustration illustration, Composition composition, boolean perhapsBegun, ProgressListener progress)
            throws BackendException, InterruptedException {
        List<ReferenceImage> references = new ArrayList<>();
        List<Network> networks = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (Reference reference : composition.references()) {
            Runnable missing = () -> gone.add(reference.name().value());
            if (reference.kind().isImage()) {
                image(illustration, reference).ifPresentOrElse(references::add, missing);
            } else {
                Network.of(reference, listed).ifPresentOrElse(networks::add, missing);
            }
        }
        Drawn drawn = drafting.backends()
                .draw(
                        drafting.need(illustration.place(), composition),
                        new GenerationRequest(
                                illustration.id(),
                                composition,
                                references,
                                networks,
                                isOpenToAll(illustration.place()),
                                perhapsBegun),
                        progress);
        return drawn.outcome() instanceof GenerationOutcome.Generated generated
                ? new Drawn(drawn.backend(), withNotes(generated, gone))
                : drawn;
    }

    private boolean isOpenToAll(Place place) {
        try {
            return platforms.get(place.channel().platform()).openToAll(place);
        } catch (ChatException notRunning) {
            return true;
        }
    }

    private Optional<ReferenceImage> image(Illustration illustration, Reference reference) {
        return avatars.named(illustration.place(), reference.name())
                .filter(avatar -> avatar.kind() == reference.kind())
                .flatMap(avatar -> images.get(avatar.image())
                        .map(stored -> new ReferenceImage(
                                reference, avatar.image(), stored.bytes(), stored.mediaType(), avatar.description())));
    }

    private static GenerationOutcome withNotes(GenerationOutcome.Generated generated, List<String> gone) {
        if (gone.isEmpty()) {
            return generated;
        }
        List<String> notes = new ArrayList<>(generated.notes());
        notes.add("No longer there, so not used: " + String.join(", ", gone) + ".");
        return new GenerationOutcome.Generated(generated.picture(), notes);
    }
}

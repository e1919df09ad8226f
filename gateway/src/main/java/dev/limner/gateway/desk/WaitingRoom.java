package dev.limner.gateway.desk;

import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore;
import dev.limner.avatar.ImageStore.StoredImage;
import dev.limner.character.Settings;
import dev.limner.chat.Attachment;
import dev.limner.chat.Content;
import dev.limner.chat.MessageRef;
import dev.limner.illustration.Illustration;
import dev.limner.illustration.IllustrationRepository;
import dev.limner.illustration.State;
import dev.limner.image.Picture;
import dev.limner.image.UnusablePictureException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who waits for which picture. An illustration answers the message that it was asked in; here that message is a
 * request, and its answer is handed to whoever waits for it. Nobody need wait: the picture is stored. Thread-safe.
 */
final class WaitingRoom {
    private final IllustrationRepository illustrations;
    private final ImageStore images;
    private final Settings settings;
    private final Map<MessageRef, Waiting> waiting = new ConcurrentHashMap<>();

    WaitingRoom(Studio studio) {
        this.illustrations = studio.illustrations();
        this.images = studio.images();
        this.settings = studio.settings();
    }

    /** Enters before the request is accepted, so that no answer is missed. */
    Waiting enter(MessageRef request) {
        return waiting.computeIfAbsent(request, Waiting::new);
    }

    /** Waits for a picture that was accepted before. */
    Waiting watch(MessageRef request, String illustration) {
        Waiting watched = enter(request);
        accepted(watched, illustration);
        return watched;
    }

    void accepted(Waiting who, String illustration) {
        who.accepted(illustration);
        look(who.request());
    }

    /** Takes one out whose request was not accepted. */
    void dismiss(Waiting who) {
        waiting.remove(who.request(), who);
    }

    void hand(MessageRef request, Attachment picture) {
        Waiting who = waiting.remove(request);
        if (who != null) {
            Content content = stored(who, picture).orElseGet(picture::content);
            who.outcome().complete(new Outcome.Drawn(content, picture.mediaType()));
        }
    }

    /** The same from the store, where it is stored before it is posted. */
    private Optional<Content> stored(Waiting who, Attachment picture) {
        return Optional.of(who)
                .filter(Waiting::isAccepted)
                .flatMap(accepted -> illustrations.find(accepted.illustration()))
                .flatMap(kept -> Optional.ofNullable(kept.picture())
                        .map(hash -> new StoredPicture(
                                images,
                                hash,
                                settings.of(kept.place()).metadata(),
                                picture.content().size())));
    }

    /** Something was said of a request; looks whether it has ended. */
    void look(MessageRef request) {
        Waiting who = waiting.get(request);
        if (who == null || !who.isAccepted()) {
            return;
        }
        Optional<Illustration> kept = illustrations.find(who.illustration());
        Optional<Outcome> ended = kept.isEmpty()
                ? Optional.of(new Outcome.Failed("The request is no longer kept. Send it again."))
                : drawn(kept.get());
        ended.ifPresent(outcome -> {
            waiting.remove(request, who);
            who.outcome().complete(outcome);
        });
    }

    /** Empty for what has not ended. */
    Optional<Outcome> ending(Illustration illustration) {
        return switch (illustration.state()) {
            case CANCELLED -> Optional.of(new Outcome.Cancelled());
            case FAILED -> Optional.of(new Outcome.Failed(reason(illustration)));
            case REFUSED -> Optional.of(new Outcome.Refused(reason(illustration)));
            case DONE -> Optional.of(stored(illustration));
            default -> Optional.empty();
        };
    }

    private static String reason(Illustration illustration) {
        return Objects.requireNonNullElse(illustration.ending(), "The reason was lost.");
    }

    /** A picture that is stored is there, though its state may say a moment longer that it is being posted. */
    private Optional<Outcome> drawn(Illustration illustration) {
        return illustration.state() == State.POSTING ? Optional.of(stored(illustration)) : ending(illustration);
    }

    /** What is drawn can be had while it is still being posted, as by whoever reads the answer sooner than we note it. */
    Outcome picture(Illustration illustration) {
        return drawn(illustration).orElseGet(() -> new Outcome.Failed("It is not drawn yet."));
    }

    /** The picture as it was posted. */
    private Outcome stored(Illustration illustration) {
        StoredImage image = illustration.picture() == null
                ? null
                : images.get(illustration.picture()).orElse(null);
        if (image == null) {
            return new Outcome.Failed("The picture is no longer kept. Ask for it again.");
        }
        try {
            boolean metadata = settings.of(illustration.place()).metadata();
            Picture posted = StoredPicture.posted(image.bytes(), metadata);
            ImageHash hash = Objects.requireNonNull(illustration.picture());
            return new Outcome.Drawn(
                    new StoredPicture(images, hash, metadata, posted.bytes().length), posted.mediaType());
        } catch (UnusablePictureException e) {
            throw new IllegalStateException("a stored picture was checked before", e);
        }
    }
}

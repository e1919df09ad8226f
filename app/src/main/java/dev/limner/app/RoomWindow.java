package dev.limner.app;

import dev.limner.avatar.Avatar;
import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore;
import dev.limner.character.StoryCharacter;
import dev.limner.character.StylePreset;
import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.conversation.Core;
import dev.limner.image.BackendException;
import dev.limner.input.RefusedException;
import dev.limner.prompt.Ask;
import dev.limner.prompt.Mode;
import dev.limner.webchat.room.RoomView;
import java.util.List;
import java.util.Optional;

/** What the web chat's panel sees of the core. */
final class RoomWindow implements RoomView {
    private final Core core;
    private final ImageStore images;

    RoomWindow(Core core, ImageStore images) {
        this.core = core;
        this.images = images;
    }

    @Override
    public List<StoryCharacter> characters(Place place) {
        return core.characters().list(place);
    }

    @Override
    public List<Avatar> avatars(Place place) {
        return core.avatars().list(place.community());
    }

    @Override
    public List<String> styles(Place place) {
        return core.styles().list(place).stream().map(StylePreset::name).toList();
    }

    @Override
    public Status status(Place place) {
        return new Status(
                core.capture().state(place.channel()).capturing(),
                core.styles().active(place).map(StylePreset::name).orElse(""),
                core.drafting().backendFor(place),
                model(place));
    }

    private String model(Place place) {
        try {
            return core.drafting().modelFor(place);
        } catch (BackendException e) {
            return "";
        }
    }

    @Override
    public Prompt prompt(Place place, Member viewer) {
        try {
            Ask ask = new Ask(
                    Mode.SCENE,
                    null,
                    null,
                    null,
                    null,
                    null,
                    viewer.moderator() ? null : viewer.user().id());
            return new Prompt.Composed(core.illustrator().worded(place, ask));
        } catch (RefusedException e) {
            return new Prompt.Nothing(e.userText());
        }
    }

    @Override
    public Optional<ImageStore.StoredImage> image(ImageHash hash) {
        return images.get(hash);
    }
}

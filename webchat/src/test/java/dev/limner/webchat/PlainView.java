package dev.limner.webchat;

import dev.limner.avatar.Avatar;
import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore.StoredImage;
import dev.limner.character.StoryCharacter;
import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.webchat.room.RoomView;
import java.util.List;
import java.util.Optional;

/** The view of a room where nothing is kept yet. */
final class PlainView implements RoomView {

    @Override
    public List<StoryCharacter> characters(Place place) {
        return List.of();
    }

    @Override
    public List<Avatar> avatars(Place place) {
        return List.of();
    }

    @Override
    public List<String> styles(Place place) {
        return List.of();
    }

    @Override
    public Status status(Place place) {
        return new Status(false, "", "storyboard", "");
    }

    @Override
    public Prompt prompt(Place place, Member viewer) {
        return new Prompt.Nothing("Nothing is told yet.");
    }

    @Override
    public Optional<StoredImage> image(ImageHash hash) {
        return Optional.empty();
    }
}

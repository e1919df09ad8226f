package dev.limner.webchat.room;

import dev.limner.avatar.Avatar;
import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageStore;
import dev.limner.character.StoryCharacter;
import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.prompt.Composition;
import java.util.List;
import java.util.Optional;

/** What the panel beside a room shows of the core's knowledge. Thread-safe; blocks; changes nothing. */
public interface RoomView {

    /** The characters that hold here, inherited ones too, each name once. */
    List<StoryCharacter> characters(Place place);

    /** The avatars of the community. */
    List<Avatar> avatars(Place place);

    /** The names of the style presets that can be set here. */
    List<String> styles(Place place);

    Status status(Place place);

    /** What {@code /scene} would send if this member gave it now. */
    Prompt prompt(Place place, Member viewer);

    /** An avatar's image; nothing else may be given out by its hash. */
    Optional<ImageStore.StoredImage> image(ImageHash hash);

    /**
     * What holds in a room.
     *
     * @param capturing whether messages become story
     * @param style the preset that is set; empty without one
     * @param backend which image server draws, such as {@code storyboard}
     * @param model may be empty
     */
    record Status(boolean capturing, String style, String backend, String model) {}

    /** A prompt, or why there is none. */
    sealed interface Prompt {
        record Composed(Composition composition) implements Prompt {}

        /** @param why for people to read */
        record Nothing(String why) implements Prompt {}
    }
}

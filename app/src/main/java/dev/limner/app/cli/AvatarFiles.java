package dev.limner.app.cli;

import dev.limner.app.storyfile.StoryFile;
import dev.limner.avatar.AvatarName;
import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageIntake;
import dev.limner.avatar.ImageStore;
import dev.limner.avatar.IntakeLimits;
import dev.limner.command.IncomingFile;
import dev.limner.image.ReferenceImage;
import dev.limner.input.RefusedException;
import dev.limner.prompt.AvatarSheet;
import dev.limner.prompt.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The images that a story file names, taken in with the same care as those that people send. */
final class AvatarFiles {
    private final InMemory store = new InMemory();
    private final ImageIntake intake = new ImageIntake(store, IntakeLimits.DEFAULT);

    /** Reads the images of those references that there are, and of no others. */
    List<ReferenceImage> read(List<Reference> references, StoryFile story) throws CannotException {
        List<ReferenceImage> images = new ArrayList<>();
        for (Reference reference : references) {
            if (!reference.kind().isImage()) {
                continue;
            }
            Path file = story.images().get(reference.name());
            if (file == null) {
                throw new CannotException("the avatar " + reference.name() + " has no file in the story file", null);
            }
            ImageHash hash = read(reference.name(), file);
            ImageStore.StoredImage image = store.get(hash).orElseThrow();
            images.add(new ReferenceImage(
                    reference, hash, image.bytes(), image.mediaType(), description(reference, story)));
        }
        return images;
    }

    /** What stands in the way of drawing, as far as it is seen without opening an image; one line for each avatar. */
    static List<String> missing(StoryFile story) {
        return story.images().entrySet().stream()
                .filter(avatar -> !Files.isRegularFile(avatar.getValue()) || !Files.isReadable(avatar.getValue()))
                .map(avatar -> noFile(avatar.getKey(), avatar.getValue()))
                .sorted()
                .toList();
    }

    private static String noFile(AvatarName name, Path file) {
        return "the avatar " + name + ": there is no file " + file + " that can be read";
    }

    private static String description(Reference reference, StoryFile story) {
        return story.input().avatars().stream()
                .filter(avatar ->
                        avatar.kind() == reference.kind() && avatar.name().equals(reference.name()))
                .map(AvatarSheet::description)
                .findFirst()
                .orElse("");
    }

    private ImageHash read(AvatarName name, Path file) throws CannotException {
        if (!Files.isRegularFile(file)) {
            throw new CannotException(noFile(name, file), null);
        }
        try {
            return intake.accept(new OnDisk(file)).hash();
        } catch (RefusedException e) {
            throw new CannotException("the avatar " + name + " (" + file + "): " + e.userText(), e);
        }
    }

    private record OnDisk(Path path) implements IncomingFile {
        @Override
        public String name() {
            return String.valueOf(path.getFileName());
        }

        @Override
        public long claimedSize() {
            try {
                return Files.size(path);
            } catch (IOException e) {
                return -1;
            }
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    /** For the moments between reading and drawing. */
    private static final class InMemory implements ImageStore {
        private final Map<ImageHash, StoredImage> images = new HashMap<>();

        @Override
        public ImageHash put(byte[] bytes, String mediaType) {
            ImageHash hash = ImageHash.of(bytes);
            images.put(hash, new StoredImage(bytes, mediaType));
            return hash;
        }

        @Override
        public Optional<StoredImage> get(ImageHash hash) {
            return Optional.ofNullable(images.get(hash));
        }

        @Override
        public int removeUnreferenced() {
            return 0;
        }

        @Override
        public void removeIfUnreferenced(ImageHash hash) {
            images.remove(hash);
        }
    }
}

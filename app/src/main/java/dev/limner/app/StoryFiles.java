package dev.limner.app;

import dev.limner.app.storyfile.CompositionJson;
import dev.limner.app.storyfile.StoryFile;
import dev.limner.app.storyfile.StoryFileException;
import dev.limner.avatar.ImageHash;
import dev.limner.avatar.ImageIntake;
import dev.limner.avatar.ImageStore;
import dev.limner.avatar.IntakeLimits;
import dev.limner.command.IncomingFile;
import dev.limner.image.ReferenceImage;
import dev.limner.input.RefusedException;
import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.Composer;
import dev.limner.prompt.Composition;
import dev.limner.prompt.ModelFamily;
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

/** Story files on the desk: composed as the bot would, with their avatars taken in as uploads are. */
final class StoryFiles implements StoryDesk {
    private final Composer composer = new Composer();

    @Override
    public ComposedStory compose(Path file, ModelFamily usual) throws StoryException {
        try {
            StoryFile story = StoryFile.read(file, usual);
            return new Composed(story, composer.compose(story.input()));
        } catch (StoryFileException e) {
            throw new StoryException(String.valueOf(e.getMessage()), e);
        } catch (CannotComposeException e) {
            throw new StoryException(file + ": " + e.userText(), e);
        }
    }

    private record Composed(StoryFile story, Composition composition) implements ComposedStory {

        @Override
        public String json() {
            return CompositionJson.line(composition);
        }

        @Override
        public List<ReferenceImage> references() throws StoryException {
            InMemory images = new InMemory();
            ImageIntake intake = new ImageIntake(images, IntakeLimits.DEFAULT);
            List<ReferenceImage> references = new ArrayList<>();
            for (Reference reference : composition.references()) {
                Path file = story.images().get(reference.name());
                if (file == null) {
                    throw new StoryException("avatar " + reference.name() + " has no file", null);
                }
                references.add(taken(reference, file, intake, images));
            }
            return references;
        }

        private static ReferenceImage taken(Reference reference, Path file, ImageIntake intake, ImageStore images)
                throws StoryException {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new StoryException(
                        "avatar " + reference.name() + ": " + file + " cannot be read; mend its \"file\"", null);
            }
            try {
                ImageStore.StoredImage image =
                        images.get(intake.accept(new OnDisk(file)).hash()).orElseThrow();
                return new ReferenceImage(reference, image.bytes(), image.mediaType());
            } catch (RefusedException e) {
                throw new StoryException("avatar " + reference.name() + ": " + file + ": " + e.userText(), e);
            }
        }
    }

    private record OnDisk(Path file) implements IncomingFile {
        @Override
        public String name() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public long claimedSize() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                return -1;
            }
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /** The images of one story, for as long as it is drawn. */
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
    }
}

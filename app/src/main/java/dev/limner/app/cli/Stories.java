package dev.limner.app.cli;

import dev.limner.app.storyfile.StoryFile;
import dev.limner.app.storyfile.StoryFileException;
import dev.limner.avatar.ListedNetworks;
import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.Composer;
import dev.limner.prompt.Composition;
import dev.limner.prompt.ModelFamily;
import java.nio.file.Path;

/** Reads and composes story files; what is wrong with one is told in one line that names the file. */
final class Stories {
    private final Composer composer = new Composer();

    /** A story file with its prompt. */
    record Story(StoryFile file, Composition composition) {}

    /**
     * @param usual the model for a file that names none
     * @param listed what tags may name beside the file's avatars
     */
    Story compose(Path path, ModelFamily usual, ListedNetworks listed) throws CannotException {
        try {
            StoryFile file = StoryFile.read(path, usual, listed);
            return new Story(file, composer.compose(file.input()));
        } catch (StoryFileException e) {
            throw new CannotException(String.valueOf(e.getMessage()), e);
        } catch (CannotComposeException e) {
            throw new CannotException(path + ": " + e.getMessage(), e);
        }
    }
}

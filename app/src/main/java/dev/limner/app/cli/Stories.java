package dev.limner.app.cli;

import dev.limner.app.Prompting;
import dev.limner.app.config.Configuration;
import dev.limner.app.config.ConfigurationException;
import dev.limner.app.storyfile.StoryFile;
import dev.limner.app.storyfile.StoryFileException;
import dev.limner.avatar.ListedNetworks;
import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.Composer;
import dev.limner.prompt.Composition;
import dev.limner.prompt.ModelFamily;
import dev.limner.scenewriter.SceneWriter;
import dev.limner.scenewriter.WordedScenes;
import java.nio.file.Path;

/** Reads and composes story files; what is wrong with one is told in one line that names the file. */
final class Stories {
    private final WordedScenes scenes;

    /** @param writes whether the scene writer words the scenes, where one is configured */
    Stories(Configuration configuration, boolean writes) throws ConfigurationException {
        Composer composer = Prompting.composer(configuration);
        SceneWriter writer = writes ? Prompting.sceneWriter(configuration) : null;
        if (writes && writer == null) {
            throw new ConfigurationException(
                    "--scene-writer needs SCENE_WRITER_URL; set it in .env, or leave the option out");
        }
        scenes = new WordedScenes(composer, writer);
    }

    /** A story file with its prompt. */
    record Story(StoryFile file, Composition composition) {}

    /**
     * @param usual the model for a file that names none
     * @param listed what tags may name beside the file's avatars
     */
    Story compose(Path path, ModelFamily usual, ListedNetworks listed) throws CannotException {
        try {
            StoryFile file = StoryFile.read(path, usual, listed);
            return new Story(file, scenes.compose(file.input()));
        } catch (StoryFileException e) {
            throw new CannotException(String.valueOf(e.getMessage()), e);
        } catch (CannotComposeException e) {
            throw new CannotException(path + ": " + e.getMessage(), e);
        }
    }
}

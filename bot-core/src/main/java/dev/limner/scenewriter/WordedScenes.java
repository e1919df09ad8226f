package dev.limner.scenewriter;

import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.Composer;
import dev.limner.prompt.Composition;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.Mode;
import dev.limner.prompt.SceneMaterial;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Composes in the scene writer's words where there is one and it answers; else in the story's own, and the reader is
 * told. Thread-safe; blocks.
 *
 * @param writer null where stories are drawn in their own words
 */
public record WordedScenes(Composer composer, @Nullable SceneWriter writer) {
    private static final Logger log = LoggerFactory.getLogger(WordedScenes.class);

    /** @throws CannotComposeException as {@link Composer#compose(CompositionInput)} */
    public Composition compose(CompositionInput input) throws CannotComposeException {
        boolean scene = input.ask().mode() == Mode.SCENE || input.ask().mode() == Mode.LAST;
        if (writer == null || !scene) {
            return composer.compose(input);
        }
        SceneMaterial material = composer.material(input);
        if (material.story().isEmpty()) {
            return composer.compose(input);
        }
        try {
            return composer.compose(input, writer.write(material));
        } catch (SceneWriterException e) {
            log.warn("the scene writer {}", e.getMessage());
            return composer.compose(input)
                    .withNote("The scene writer " + e.getMessage() + ", so the scene is in the story's own words.");
        }
    }
}

package dev.limner.work;

import dev.limner.prompt.Ask;
import dev.limner.prompt.CannotComposeException;
import dev.limner.prompt.CharacterSheet;
import dev.limner.prompt.Composer;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.Mode;
import dev.limner.prompt.ModelFamily;
import dev.limner.prompt.ScenePost;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Makes prompts of a text: as a story's only message, and, when told to, as a hint and as the words that somebody gave. */
public final class Composed implements BiConsumer<String, Boolean> {
    private static final List<CharacterSheet> CHARACTERS = List.of(
            new CharacterSheet("Mira", List.of("the archivist"), "a lean elf", "", List.of(), "", null, null),
            new CharacterSheet("Rose", List.of(), "a broad smith", "", List.of(), "", null, null));

    @Override
    public void accept(String text, Boolean given) {
        ScenePost post = new ScenePost(ScenePost.Kind.PERSON, "sam", "sam", null, text, Map.of("5", "Mira"));
        compose(ModelFamily.FLUX1_SCHNELL, post, new Ask(Mode.SCENE, null, null, null, null, null, null));
        if (!given) {
            return;
        }
        compose(ModelFamily.SDXL, post, new Ask(Mode.BACKGROUND, null, null, null, text, null, null));
        compose(ModelFamily.SDXL, post, new Ask(Mode.IMAGINE, null, null, text, null, null, null));
    }

    private static void compose(ModelFamily model, ScenePost post, Ask ask) {
        try {
            new Composer().compose(new CompositionInput(model, null, List.of(), CHARACTERS, List.of(post), ask, 7));
        } catch (CannotComposeException nothingToDraw) {
            // That too is an answer, and its work is counted.
        }
    }
}

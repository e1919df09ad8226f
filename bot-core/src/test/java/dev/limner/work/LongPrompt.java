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
import java.util.function.Consumer;

/** Makes a prompt of a story for the model that takes the most of one. */
public final class LongPrompt implements Consumer<String> {
    private static final List<CharacterSheet> CHARACTERS =
            List.of(new CharacterSheet("Mira", List.of(), "a lean elf", "", List.of(), "", null, null));

    @Override
    public void accept(String text) {
        ScenePost post = new ScenePost(ScenePost.Kind.PROXY, "Mira", null, null, text, Map.of());
        Ask ask = new Ask(Mode.SCENE, null, null, null, null, null, null);
        try {
            new Composer()
                    .compose(new CompositionInput(
                            ModelFamily.GPT_IMAGE, null, List.of(), CHARACTERS, List.of(post), ask, 7));
        } catch (CannotComposeException e) {
            throw new AssertionError(e);
        }
    }
}

package dev.limner.scenewriter;

import dev.limner.prompt.Ask;
import dev.limner.prompt.CharacterSheet;
import dev.limner.prompt.CompositionInput;
import dev.limner.prompt.Mode;
import dev.limner.prompt.ModelFamily;
import dev.limner.prompt.ScenePost;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stories with Mira, who wrote, Tobin, who is told of, and Boss, who is elsewhere. */
final class Story {
    private Story() {}

    static CompositionInput usual() {
        return of("Tobin lowers the rope.");
    }

    static CompositionInput of(String last) {
        return asking(last, null);
    }

    /** @param character whom the ask names, or null */
    static CompositionInput asking(String last, @Nullable String character) {
        return told(
                List.of(sheet("Mira", "an elf"), sheet("Tobin", "a smith"), sheet("Boss", "a king")),
                List.of(post("Mira", "She lifts the lantern."), post("gm", last)),
                new Ask(Mode.SCENE, null, null, null, character, null, null));
    }

    static CompositionInput told(List<CharacterSheet> cast, List<ScenePost> posts, Ask ask) {
        return new CompositionInput(ModelFamily.FLUX1_SCHNELL, null, List.of(), cast, posts, ask, 7);
    }

    static CharacterSheet sheet(String name, String prefix) {
        return new CharacterSheet(name, List.of(), prefix, "", List.of(), "", null, null);
    }

    static ScenePost post(String author, String text) {
        return new ScenePost(ScenePost.Kind.PROXY, author, null, null, text, Map.of());
    }
}

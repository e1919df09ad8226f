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
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A story, read ahead or not, ready to be composed by a composer that knows nothing else; gives the prompt. */
public final class StoryReadAhead implements Function<Boolean, Callable<String>> {
    private static final List<CharacterSheet> CHARACTERS = List.of(
            new CharacterSheet("Mira", List.of("the archivist"), "a lean elf", "", List.of(), "", null, null),
            new CharacterSheet("Rose", List.of(), "a broad smith", "", List.of(), "", null, null));

    private static final List<ScenePost> POSTS = IntStream.range(0, 100)
            .mapToObj(i -> new ScenePost(
                    ScenePost.Kind.PERSON,
                    "sam",
                    "sam",
                    null,
                    "Rain drums on slate " + "x".repeat(i) + " while the archivist's lantern shows Rose. *She waits.*",
                    Map.of()))
            .toList();

    @Override
    public Callable<String> apply(Boolean ahead) {
        Composer composer = new Composer();
        ScenePost another = new ScenePost(ScenePost.Kind.PERSON, "sam", "sam", null, "Mira waits.", Map.of());
        composer.readAhead(CHARACTERS, another);
        if (ahead) {
            POSTS.forEach(post -> composer.readAhead(CHARACTERS, post));
        }
        return () -> compose(composer);
    }

    private static String compose(Composer composer) throws CannotComposeException {
        return composer.compose(new CompositionInput(
                        ModelFamily.FLUX1_SCHNELL,
                        null,
                        List.of(),
                        CHARACTERS,
                        POSTS,
                        new Ask(Mode.SCENE, 100, null, null, null, null, null),
                        7))
                .toString();
    }
}

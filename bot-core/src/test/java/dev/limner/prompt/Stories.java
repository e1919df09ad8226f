package dev.limner.prompt;

import dev.limner.avatar.AvatarKind;
import dev.limner.avatar.AvatarName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stories in few words, for tests. */
final class Stories {
    private ModelFamily model = ModelFamily.FLUX1_SCHNELL;
    private @Nullable StyleSheet style;
    private final List<AvatarSheet> avatars = new ArrayList<>();
    private final List<CharacterSheet> characters = new ArrayList<>();
    private final List<ScenePost> posts = new ArrayList<>();
    private Ask ask = new Ask(Mode.SCENE, null, null, null, null, null, null);

    static Stories story() {
        return new Stories();
    }

    /** A story with characters of these names. */
    static Stories of(String... names) {
        Stories story = new Stories();
        for (String name : names) {
            story.names(name);
        }
        return story;
    }

    Stories model(ModelFamily family) {
        model = family;
        return this;
    }

    Stories style(String prefix, String negative, String... tags) {
        style = new StyleSheet(prefix, negative, List.of(tags));
        return this;
    }

    Stories avatar(AvatarKind kind, String name, @Nullable String owner, boolean shared) {
        avatars.add(new AvatarSheet(kind, new AvatarName(name), "", owner, shared));
        return this;
    }

    /** A character of a name and aliases, all without further description. */
    Stories names(String name, String... aliases) {
        return character(new CharacterSheet(name, List.of(aliases), "", "", List.of(), "", null, null));
    }

    Stories looks(String name, String prefix, String... tags) {
        return character(new CharacterSheet(name, List.of(), prefix, "", List.of(tags), "", null, null));
    }

    Stories character(CharacterSheet sheet) {
        characters.add(sheet);
        return this;
    }

    Stories says(String author, String text) {
        return post(ScenePost.Kind.PERSON, author, text);
    }

    Stories post(ScenePost.Kind kind, String author, String text) {
        posts.add(new ScenePost(
                kind, author, kind == ScenePost.Kind.PERSON ? author : null, null, text, Map.of("5", "Mira")));
        return this;
    }

    Stories post(ScenePost post) {
        posts.add(post);
        return this;
    }

    Stories ask(Ask other) {
        ask = other;
        return this;
    }

    Stories mode(Mode mode) {
        return ask(new Ask(mode, null, null, null, null, null, null));
    }

    CompositionInput input() {
        return new CompositionInput(model, style, avatars, characters, posts, ask, 7);
    }

    /** Who is in the picture, by name rather than by prominence. */
    String cast() throws CannotComposeException {
        return compose().cast().stream().sorted().collect(Collectors.joining(", "));
    }

    Composition compose() throws CannotComposeException {
        return new Composer().compose(input());
    }
}

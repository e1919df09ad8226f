package dev.limner.prompt.cast;

import dev.limner.prompt.CharacterSheet;
import dev.limner.prompt.ScenePost;
import dev.limner.prompt.names.Lexicon;
import dev.limner.prompt.names.NameFinder;
import dev.limner.prompt.text.Folding;
import dev.limner.prompt.text.PlainCharacters;
import dev.limner.prompt.text.Tidy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose posts are which character's. */
public final class Authors {
    private static final String DECORATION =
            "|/\\\u2022\u00B7~\u300C\u300D\u3010\u3011()[]{}<>\u2014\u2013:;\u00AB\u00BB\"";

    private final List<CharacterSheet> characters;
    private final Lexicon lexicon;

    public Authors(List<CharacterSheet> characters, Lexicon lexicon) {
        this.characters = characters;
        this.lexicon = lexicon;
    }

    /** What of a post decides whose it is. */
    public record Post(
            ScenePost.Kind kind,
            String author,
            @Nullable String authorId,
            @Nullable String plays) {
        public static Post of(ScenePost post) {
            return new Post(post.kind(), post.author(), post.authorId(), post.plays());
        }
    }

    /** The characters that speak in a post, by their places; none when it is nobody known. */
    public List<Integer> of(ScenePost post) {
        if (post.plays() != null) {
            List<Integer> played = lexicon.called(post.plays());
            if (!played.isEmpty()) {
                return played;
            }
        }
        List<Integer> proxied = proxied(post);
        if (!proxied.isEmpty()) {
            return proxied;
        }
        List<Integer> named = named(post.author());
        if (!named.isEmpty()) {
            return named;
        }
        if (post.kind() == ScenePost.Kind.PERSON) {
            return boundTo(post);
        }
        return post.kind() == ScenePost.Kind.PROXY ? within(post.author()) : List.of();
    }

    /** What is to be told of a part that somebody plays. */
    public static String unknownPart(ScenePost post) {
        return "%s plays \"%s\", but no character is called so."
                .formatted(shown(post.author()), shown(String.valueOf(post.plays())));
    }

    private static String shown(String name) {
        String plain = Tidy.tidy(PlainCharacters.clean(name));
        return plain.length() > 40 ? plain.substring(0, plain.offsetByCodePoints(0, 20)) + "..." : plain;
    }

    private List<Integer> proxied(ScenePost post) {
        if (post.kind() == ScenePost.Kind.PERSON) {
            return List.of();
        }
        List<Integer> found = new ArrayList<>(1);
        Set<String> names = new HashSet<>(parts(post.author()));
        for (int i = 0; i < characters.size(); i++) {
            String proxy = characters.get(i).proxy();
            if (proxy != null && !proxy.isBlank() && names.contains(Folding.fold(proxy))) {
                found.add(i);
            }
        }
        return found;
    }

    private List<Integer> boundTo(ScenePost post) {
        List<Integer> found = new ArrayList<>(1);
        for (int i = 0; i < characters.size(); i++) {
            String player = characters.get(i).playerId();
            if (player != null && player.equals(post.authorId())) {
                found.add(i);
            }
        }
        return found;
    }

    /** By the name itself, or the first part of a decorated one that is a name. */
    private List<Integer> named(String author) {
        for (String part : parts(author)) {
            List<Integer> found = lexicon.called(part);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** A name, folded, and after it what stands between its decoration. */
    private static List<String> parts(String author) {
        List<String> parts = new ArrayList<>();
        parts.add(Folding.fold(author));
        StringBuilder part = new StringBuilder();
        for (int i = 0; i <= author.length(); ) {
            int c = i < author.length() ? author.codePointAt(i) : '|';
            i += Character.charCount(c);
            if (!isDecoration(c)) {
                part.appendCodePoint(c);
            } else if (!part.isEmpty()) {
                parts.add(Folding.fold(part.toString()));
                part.setLength(0);
            }
        }
        return parts;
    }

    private static boolean isDecoration(int c) {
        int type = Character.getType(c);
        return DECORATION.indexOf(c) >= 0
                || type == Character.OTHER_SYMBOL
                || type == Character.MATH_SYMBOL
                || type == Character.MODIFIER_SYMBOL
                || type == Character.UNASSIGNED
                || type == Character.FORMAT
                || type == Character.PRIVATE_USE
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == '*'
                || c == '_'
                || c == '!'
                || c == '#';
    }

    /** A proxy's name that holds a character's name among other words. */
    private List<Integer> within(String author) {
        List<Integer> found = new ArrayList<>(1);
        new NameFinder(lexicon, () -> false, named -> {
                    if (found.isEmpty()) {
                        for (int character : named.characters()) {
                            found.add(character);
                        }
                    }
                })
                .read(PlainCharacters.clean(author));
        return found;
    }
}

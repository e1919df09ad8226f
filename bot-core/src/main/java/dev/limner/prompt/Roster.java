package dev.limner.prompt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.prompt.cast.Authors;
import dev.limner.prompt.cast.Looks;
import dev.limner.prompt.cast.Mentions;
import dev.limner.prompt.names.Lexicon;
import java.util.List;

/**
 * What depends on the characters alone, kept between two pictures: their names ready to be found, their words cleaned,
 * and whose posts are whose. Thread-safe.
 */
final class Roster {
    /** So many authors are kept. */
    private static final int AUTHORS = 2000;

    private record SheetKey(int character, boolean clip, boolean aside) {}

    private final List<CharacterSheet> characters;
    private final Lexicon lexicon;
    private final Mentions mentions;
    private final Looks looks;
    private final Cache<SheetKey, GivenSheet> sheets;
    private final Cache<Authors.Post, List<Integer>> authors =
            Caffeine.newBuilder().maximumSize(AUTHORS).build();

    private Roster(List<CharacterSheet> characters) {
        this.characters = characters;
        lexicon = Lexicon.of(characters);
        mentions = new Mentions(lexicon);
        looks = Looks.of(characters);
        sheets = Caffeine.newBuilder().maximumSize(3L * characters.size()).build();
    }

    static Roster of(List<CharacterSheet> characters) {
        return new Roster(characters);
    }

    Lexicon lexicon() {
        return lexicon;
    }

    Mentions mentions() {
        return mentions;
    }

    Looks looks() {
        return looks;
    }

    /** The characters that speak in a post, by their places; none when it is nobody known. */
    List<Integer> authors(ScenePost post) {
        return authors.get(Authors.Post.of(post), key -> new Authors(characters, lexicon).of(post));
    }

    /** @throws CannotComposeException when a tag that the character was given is faulty */
    GivenSheet sheet(int character, Encoder encoder) throws CannotComposeException {
        return sheet(character, encoder, false);
    }

    /** @param aside whether words go before it that it belongs to, as in "a drawing of" */
    GivenSheet sheet(int character, Encoder encoder, boolean aside) throws CannotComposeException {
        SheetKey key = new SheetKey(character, encoder == Encoder.CLIP, aside);
        GivenSheet known = sheets.getIfPresent(key);
        if (known == null) {
            known = GivenSheet.read(characters.get(character), encoder, aside);
            sheets.put(key, known);
        }
        return known;
    }
}

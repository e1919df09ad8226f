package dev.limner.prompt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.prompt.markup.CleanPosts;
import dev.limner.prompt.markup.Sentences;
import java.util.List;

/**
 * Makes a prompt of a story. The same input always gives the same prompt. Thread-safe; touches no more of the posts than
 * the scene's part.
 */
public final class Composer {
    /** Channels whose names are kept ready, as they seldom change between two pictures. */
    private static final int ROSTERS = 64;

    private final Cache<List<CharacterSheet>, Roster> rosters =
            Caffeine.newBuilder().maximumSize(ROSTERS).build();

    private final CleanPosts cleanPosts = new CleanPosts();
    private final EncoderSettings encoders;

    /** With estimated tokens, and one window of CLIP. */
    public Composer() {
        this(EncoderSettings.USUAL);
    }

    public Composer(EncoderSettings encoders) {
        this.encoders = encoders;
    }

    /**
     * @throws CannotComposeException when nothing is left to draw, or something given cannot be taken: a faulty tag, an
     *     unknown avatar or character
     */
    public Composition compose(CompositionInput input) throws CannotComposeException {
        return composing(input).compose(null);
    }

    /**
     * With the scene in somebody else's words, of which nothing is trusted.
     *
     * @throws CannotComposeException as {@link #compose(CompositionInput)}
     */
    public Composition compose(CompositionInput input, WrittenScene scene) throws CannotComposeException {
        return composing(input).compose(scene);
    }

    /** What somebody who is to word the scene may know. */
    public SceneMaterial material(CompositionInput input) throws CannotComposeException {
        return composing(input).material();
    }

    /**
     * Reads a post that may come to be drawn with these characters, so that composing it takes less time. No prompt depends
     * on it.
     */
    public void readAhead(List<CharacterSheet> characters, ScenePost post) {
        Roster roster = roster(characters);
        roster.authors(post);
        for (String stretch : cleanPosts.of(post).stretches()) {
            if (Sentences.hasWords(stretch)) {
                roster.mentions().readAhead(stretch);
            }
        }
    }

    private Composing composing(CompositionInput input) {
        return new Composing(input, encoders, roster(input.characters()), cleanPosts);
    }

    private Roster roster(List<CharacterSheet> characters) {
        return rosters.get(characters, Roster::of);
    }
}

package dev.limner.prompt.cast;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.prompt.names.Lexicon;
import dev.limner.prompt.names.NameFinder;
import dev.limner.prompt.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Whom texts name, of one cast of characters; kept, since most of a story is read again for its next picture. Thread-safe. */
public final class Mentions {
    /** Characters of text that are kept. */
    private static final int KEPT = 200_000;

    /**
     * One place where somebody is named.
     *
     * @param sentence in which one of the text, from 0
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Mention(int[] characters, Evidence evidence, int sentence) {}

    /** Whom a text names in a Slavic story and in another, as far as it was read for such; the same list for both mostly. */
    private record Known(
            @Nullable List<Mention> slavic, @Nullable List<Mention> other) {
        @Nullable
        List<Mention> in(boolean slavicStory) {
            return slavicStory ? slavic : other;
        }

        Known with(boolean slavicStory, List<Mention> found) {
            return slavicStory ? new Known(found, other) : new Known(slavic, found);
        }
    }

    private static final Known NOTHING = new Known(null, null);

    private final Lexicon lexicon;
    private final Cache<String, Known> known = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((String text, Known found) -> text.length() + 40)
            .build();

    public Mentions(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** @param slavic whether names in Latin letters may take Slavic case endings; asked only where it decides */
    List<Mention> in(String text, BooleanSupplier slavic) {
        Known before = known.getIfPresent(text);
        if (before == null) {
            return read(text, slavic, NOTHING);
        }
        List<Mention> found = before.slavic() == before.other() ? before.other() : before.in(slavic.getAsBoolean());
        return found != null ? found : read(text, slavic, before);
    }

    private List<Mention> read(String text, BooleanSupplier slavic, Known before) {
        List<Mention> found = new ArrayList<>(2);
        SentenceCount sentences = new SentenceCount();
        NameFinder finder = new NameFinder(
                lexicon,
                slavic,
                named -> found.add(new Mention(
                        named.characters(), Judging.of(named), sentences.upTo(named.words(), named.first()))));
        finder.read(text);
        boolean depends = finder.askedForSlavic();
        known.put(text, depends ? before.with(slavic.getAsBoolean(), found) : new Known(found, found));
        return found;
    }

    /** Counts a text's sentences as it is read on. */
    private static final class SentenceCount {
        private int read;
        private int sentences;

        int upTo(Words words, int word) {
            while (read < word) {
                sentences += ClauseCues.startsSentence(words, ++read) ? 1 : 0;
            }
            return sentences;
        }
    }
}

package dev.limner.prompt.cast;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.prompt.names.Lexicon;
import dev.limner.prompt.names.NameFinder;
import dev.limner.prompt.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

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

    /** @param slavic whether it holds for Slavic text only, or for other text only; null where that made no difference */
    private record Key(
            String text, @org.jspecify.annotations.Nullable Boolean slavic) {}

    private static final List<Mention> DEPENDS = new ArrayList<>();

    private final Lexicon lexicon;
    private final Cache<Key, List<Mention>> known = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((Key key, List<Mention> found) -> key.text().length() + 40)
            .build();

    private final Cache<String, Boolean> departures = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((String text, Boolean departs) -> text.length() + 40)
            .build();

    public Mentions(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** @param slavic whether names in Latin letters may take Slavic case endings; asked only where it decides */
    List<Mention> in(String text, BooleanSupplier slavic) {
        Key any = new Key(text, null);
        List<Mention> found = known.getIfPresent(any);
        if (found != null && found != DEPENDS) {
            return found;
        }
        if (found == DEPENDS) {
            Key exact = new Key(text, slavic.getAsBoolean());
            List<Mention> exactly = known.getIfPresent(exact);
            return exactly != null ? exactly : read(text, slavic);
        }
        return read(text, slavic);
    }

    private List<Mention> read(String text, BooleanSupplier slavic) {
        List<Mention> found = new ArrayList<>(2);
        SentenceCount sentences = new SentenceCount();
        NameFinder finder = new NameFinder(
                lexicon,
                slavic,
                named -> found.add(new Mention(
                        named.characters(), Judging.of(named), sentences.upTo(named.words(), named.first()))));
        finder.read(text);
        if (finder.askedForSlavic()) {
            known.put(new Key(text, null), DEPENDS);
            known.put(new Key(text, slavic.getAsBoolean()), found);
        } else {
            known.put(new Key(text, null), found);
        }
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

    /** Whether a post ends with its author's walking away. */
    boolean endsInDeparture(String text) {
        return departures.get(text, Departing::endsIn);
    }
}

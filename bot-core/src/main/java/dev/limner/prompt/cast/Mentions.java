package dev.limner.prompt.cast;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.prompt.names.Lexicon;
import dev.limner.prompt.names.NameFinder;
import dev.limner.prompt.text.CaseHint;
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

    private final Lexicon lexicon;
    private final Cache<String, Reading> known = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((String text, Reading reading) -> text.length() + 40)
            .build();

    private final Cache<String, Boolean> departures = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((String text, Boolean departs) -> text.length() + 40)
            .build();

    public Mentions(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** As of a story in the text's own language, which it mostly is. */
    public void readAhead(String text) {
        Reading reading = of(text);
        reading.mentions(reading::looksSlavic);
    }

    Reading of(String text) {
        return known.get(text, Reading::new);
    }

    /** One text, of which everything is found out when it is asked for first. Thread-safe: two threads find the same. */
    final class Reading {
        private final String text;
        private volatile @Nullable Boolean looksSlavic;
        /** Where it makes no difference in what language the story is. */
        private volatile @Nullable List<Mention> inAny;

        private volatile @Nullable List<Mention> inSlavic;
        private volatile @Nullable List<Mention> inOther;

        private Reading(String text) {
            this.text = text;
        }

        boolean looksSlavic() {
            Boolean looks = looksSlavic;
            if (looks == null) {
                looks = CaseHint.in(text);
                looksSlavic = looks;
            }
            return looks;
        }

        /** @param slavic whether names in Latin letters may take Slavic case endings; asked only where it decides */
        List<Mention> mentions(BooleanSupplier slavic) {
            List<Mention> found = inAny;
            if (found == null && (inSlavic != null || inOther != null)) {
                found = slavic.getAsBoolean() ? inSlavic : inOther;
            }
            return found != null ? found : read(slavic);
        }

        private List<Mention> read(BooleanSupplier slavic) {
            List<Mention> found = new ArrayList<>(2);
            SentenceCount sentences = new SentenceCount();
            NameFinder finder = new NameFinder(
                    lexicon,
                    slavic,
                    named -> found.add(new Mention(
                            named.characters(), Judging.of(named), sentences.upTo(named.words(), named.first()))));
            finder.read(text);
            if (!finder.askedForSlavic()) {
                inAny = found;
            } else if (slavic.getAsBoolean()) {
                inSlavic = found;
            } else {
                inOther = found;
            }
            return found;
        }
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

package dev.limner.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is in the picture, and in which order. */
final class Cast {
    private final int[] authored;
    private final int[] mentioned;
    private final int[] absent;
    private final int[] latest;

    private Cast(int characters) {
        authored = new int[characters];
        mentioned = new int[characters];
        absent = new int[characters];
        latest = new int[characters];
    }

    /**
     * The cast by their places, most prominent first: the one asked for, then by posts authored, mentions, recency, and
     * as they are listed.
     */
    static List<Integer> of(List<Passage> passages, Lexicon lexicon, int characters, @Nullable Integer asked) {
        Cast cast = new Cast(characters);
        int[] at = {0};
        NameFinder names = new NameFinder(
                lexicon,
                () -> passages.stream().anyMatch(p -> SlavicHint.in(p.text())),
                (found, words, first, last) -> cast.named(found, words, first, last, at[0]));
        for (int i = 0; i < passages.size(); i++) {
            at[0] = i + 1;
            for (int speaker : passages.get(i).speakers()) {
                cast.authored[speaker]++;
                cast.latest[speaker] = i + 1;
            }
            names.read(passages.get(i).text());
        }
        return cast.ordered(asked);
    }

    private void named(int[] characters, Words words, int first, int last, int passage) {
        boolean away = Absence.isPlain(words, first, last);
        for (int c : characters) {
            if (away) {
                absent[c]++;
            } else {
                mentioned[c]++;
                latest[c] = passage;
            }
        }
    }

    private List<Integer> ordered(@Nullable Integer asked) {
        List<Integer> present = new ArrayList<>();
        for (int c = 0; c < authored.length; c++) {
            boolean asks = asked != null && asked == c;
            if (asks || authored[c] > 0 || mentioned[c] > 0) {
                present.add(c);
            }
        }
        present.sort(Comparator.<Integer, Boolean>comparing(c -> !c.equals(asked))
                .thenComparing(c -> -authored[c])
                .thenComparing(c -> -mentioned[c])
                .thenComparing(c -> -latest[c])
                .thenComparing(c -> c));
        return present;
    }
}

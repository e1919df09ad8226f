package dev.limner.prompt.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that people also bear as names, folded. */
public final class NameWords {
    /** Persons, animals, plants, things, qualities. */
    public static final Set<String> WORDS = WordList.of("names-of-things.txt");

    /** Feelings, times, forces and what grows or burns, which also do much in stories that people do. */
    public static final Set<String> ABSTRACTS = WordList.of("names-of-forces.txt");

    /** Of other languages than English; capitalised as a name. */
    public static final Set<String> FOREIGN = WordList.of("names-foreign.txt");

    /** Names where they have a capital, in whatever place. */
    public static final Set<String> CAPITALISED = WordList.of("names-with-a-capital.txt");

    private NameWords() {}

    /** Words parted by blanks, folded. A hash set, since a text's words are mostly not in it, which that tells soonest. */
    public static Set<String> words(String list) {
        Set<String> words = Arrays.stream(list.strip().split("\\s+"))
                .map(w -> Folding.fold(w.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(HashSet::new));
        return Collections.unmodifiableSet(words);
    }
}
